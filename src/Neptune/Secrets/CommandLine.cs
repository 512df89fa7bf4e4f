using System.Text.RegularExpressions;

namespace Neptune.Secrets;

/// <summary>A command line as people may see it: what looks like a secret is replaced by <c>***</c>.</summary>
internal static partial class CommandLine
{
    /// <summary>Options that begin so are switches: what follows them may be the next option.</summary>
    private static readonly string[] Switches = ["ask", "enable", "has", "hide", "print", "prompt", "require", "save", "show", "use", "validate", "verify", "with"];

    /// <summary>Options that begin so have no value at all.</summary>
    private static readonly string[] Negations = ["disable", "no", "skip", "without"];

    private enum Following
    {
        Shown,
        HiddenUnlessOption,
        Hidden,
    }

    public static string Shown(IReadOnlyList<string> arguments) => string.Join(' ', Masked(arguments).Select(Quoted));

    private static IEnumerable<string> Masked(IEnumerable<string> arguments)
    {
        var following = Following.Shown;
        foreach (var argument in arguments)
        {
            var isHidden = following == Following.Hidden || following == Following.HiddenUnlessOption && !IsOption(argument);
            yield return isHidden ? SecretText.Hidden : Masked(argument);
            following = After(argument, isHidden);
        }
    }

    /// <summary>An option or a variable with a secret name is a secret up to its end, whatever its value has inside. Many words may be a command line themselves.</summary>
    private static string Masked(string argument)
    {
        foreach (Match name in LeadingNames().Matches(argument))
        {
            var value = name.Index + name.Length;
            if (SecretNames.IsSecret(name.Groups["name"].ValueSpan))
                return value == argument.Length ? argument : argument[..value] + SecretText.Hidden;
        }
        var shown = SecretText.Masked(argument);
        return shown.Contains(' ') ? string.Join(' ', Masked(shown.Split(' '))) : shown;
    }

    /// <summary>What an argument says about the one behind it. One that is hidden may be an option all the same, whose value is then the secret.</summary>
    private static Following After(string argument, bool isHidden)
    {
        if (argument is "Bearer" or "bearer" || isHidden && argument is "Basic" or "basic" or "Digest" or "Token" or "=" or ":")
            return Following.Hidden;
        if (!(IsOption(argument) && !argument.Contains('=') || Unfinished().IsMatch(argument)) || !SecretNames.IsSecret(argument))
            return Following.Shown;
        // Sections of a configuration, as in --ConnectionStrings:Db, look like a name with its value.
        if (!argument.EndsWith(':') && argument.LastIndexOf(':') is > 0 and var part && !SecretNames.IsSecret(argument.AsSpan(part)))
            return argument.StartsWith("--", StringComparison.Ordinal) ? Following.HiddenUnlessOption : Following.Shown;
        var verb = SecretNames.Words(argument)[0];
        return Negations.Contains(verb) ? Following.Shown
            : Switches.Contains(verb) ? Following.HiddenUnlessOption
            : Following.Hidden;
    }

    private static bool IsOption(string argument) => argument.Length > 1 && (argument[0] == '-' || argument[0] == '/' && !argument.AsSpan(1).Contains('/'));

    private static string Quoted(string argument) =>
        argument.Length > 0 && !argument.Any(char.IsWhiteSpace) ? argument : $"\"{argument.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <summary>The names that an argument begins with, as <c>-p:</c> and <c>Password=</c> of <c>-p:Password=x</c>.</summary>
    [GeneratedRegex(@"\G(?:^[-/]*)?(?<name>[\w.-]+)[=:]", RegexOptions.CultureInvariant)]
    private static partial Regex LeadingNames();

    /// <summary>A name whose value is the next argument: <c>Authorization:</c>, <c>PASSWORD=</c>.</summary>
    [GeneratedRegex("^[-/]*[\\w.:-]+[=:]$", RegexOptions.CultureInvariant)]
    private static partial Regex Unfinished();
}
