using System.Text.RegularExpressions;

namespace Neptune.Capture;

/// <summary>A command line as people may see it: what looks like a secret is replaced by <c>***</c>.</summary>
internal static partial class CommandLine
{
    public const string Hidden = "***";

    private const string SecretName = "(?:token|secret|passw|pwd|api[-_]?key|access[-_]?key|private[-_]?key|account[-_]?key|credential|connection[-_]?string|(?<![a-z])(?:auth|pass|sas)(?![a-z]))";

    public static string Shown(IReadOnlyList<string> arguments)
    {
        var shown = new List<string>(arguments.Count);
        var hideNext = false;
        foreach (var argument in arguments)
        {
            shown.Add(Quoted(hideNext && !IsOption(argument) ? Hidden : Clean(argument)));
            hideNext = IsOption(argument) && NamesSecret(argument) && argument.AsSpan().IndexOfAny('=', ':') < 0;
        }
        return string.Join(' ', shown);
    }

    /// <summary>An address without the user and password that it carries.</summary>
    public static string WithoutCredentials(string text) => UserInfo().Replace(text, "://");

    private static string Clean(string argument)
    {
        if (Token().IsMatch(argument))
            return Hidden;
        var whole = Whole().Match(argument);
        if (whole.Success)
            return whole.Groups["name"].Value + Hidden;
        return WithoutCredentials(Assigned().Replace(argument, "${name}" + Hidden));
    }

    private static bool IsOption(string argument) => argument.Length > 1 && (argument[0] == '-' || argument[0] == '/' && !argument.AsSpan(1).Contains('/'));

    private static bool NamesSecret(string name) => Secret().IsMatch(name);

    private static string Quoted(string argument) =>
        argument.Length > 0 && !argument.Any(char.IsWhiteSpace) ? argument : $"\"{argument.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    [GeneratedRegex(SecretName, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Secret();

    /// <summary>An option or a variable that is a secret as a whole, whatever its value has inside.</summary>
    [GeneratedRegex($@"^(?<name>[-/\w.:]*?{SecretName}[\w.-]*[=:])(?!//).", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    /// <summary>A secret's name with its value inside an argument: up to the end, or to the next part of a connection string or a query.</summary>
    [GeneratedRegex($@"(?<name>{SecretName}[\w.-]*\s*[=:]\s*)(?!//)[^;&]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Assigned();

    /// <summary>What starts like base64 of a JSON object: Neptune's tokens, JSON web tokens.</summary>
    [GeneratedRegex("^eyJ[A-Za-z0-9_=.+/-]{17,}$", RegexOptions.CultureInvariant)]
    private static partial Regex Token();

    [GeneratedRegex(@"://[^/\s?#]*@", RegexOptions.CultureInvariant)]
    private static partial Regex UserInfo();
}
