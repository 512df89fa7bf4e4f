using System.Text;
using System.Text.RegularExpressions;

namespace Neptune.Core.Nql;

/// <summary>
/// Finds a text that is part of everything that a regular expression matches, so that texts without it need not be tried. It understands
/// as much of the syntax as patterns usually have and gives up, with an empty text, at anything else.
/// </summary>
internal sealed partial class NqlRequiredText
{
    /// <summary>Classes of characters, anchors and control characters: one letter, no arguments.</summary>
    private const string PlainEscapes = "dDwWsSbBAZzGtnrfvae";

    private readonly string pattern;
    private readonly StringBuilder run = new();
    private string longest = "";
    private int at;

    private NqlRequiredText(string pattern) => this.pattern = pattern;

    public static string Of(string pattern)
    {
        // Inline options change what letters mean, and a quantifier behind a surrogate pair takes half of it.
        if (Special().IsMatch(pattern) || pattern.Any(char.IsSurrogate))
            return "";
        var text = new NqlRequiredText(pattern);
        return text.ReadAll() ? text.longest : "";
    }

    /// <summary>Goes through the top level of the pattern; <c>false</c> when it met what it does not understand.</summary>
    private bool ReadAll()
    {
        while (at < pattern.Length)
        {
            var isRead = pattern[at] switch
            {
                '|' or ')' => false,
                '(' => EndRun() && SkipGroup(),
                '[' => EndRun() && SkipClass(),
                '{' => EndRun() && SkipCount(),
                '.' or '^' or '$' or '*' or '+' or '?' => EndRun() && Skip(1),
                '\\' => ReadEscape(),
                _ => ReadCharacter(pattern[at], 1),
            };
            if (!isRead)
                return false;
        }
        return EndRun();
    }

    private bool ReadEscape()
    {
        if (at + 1 == pattern.Length)
            return false;
        var escaped = pattern[at + 1];
        if (!char.IsAsciiLetterOrDigit(escaped))
            return ReadCharacter(escaped, 2);
        return PlainEscapes.Contains(escaped, StringComparison.Ordinal) && EndRun() && Skip(2);
    }

    private bool ReadCharacter(char character, int length)
    {
        Skip(length);
        var quantifier = at < pattern.Length ? pattern[at] : '\0';
        if (quantifier is '*' or '?' or '{')
            return EndRun();
        run.Append(character);
        return quantifier != '+' || EndRun();
    }

    private bool SkipGroup()
    {
        for (var depth = 0; at < pattern.Length;)
        {
            switch (pattern[at])
            {
                case '[' when !SkipClass():
                case '\\' when at + 1 == pattern.Length:
                    return false;
                case '[':
                    break;
                case '\\':
                    Skip(2);
                    break;
                case var other:
                    Skip(1);
                    depth += other == '(' ? 1 : other == ')' ? -1 : 0;
                    if (depth == 0)
                        return true;
                    break;
            }
        }
        return false;
    }

    private bool SkipClass()
    {
        var match = SimpleClass().Match(pattern, at);
        return match.Success && Skip(match.Length);
    }

    private bool SkipCount()
    {
        var match = Count().Match(pattern, at);
        return match.Success && Skip(match.Length);
    }

    private bool Skip(int count)
    {
        at += count;
        return true;
    }

    private bool EndRun()
    {
        if (run.Length > longest.Length)
            longest = run.ToString();
        run.Clear();
        return true;
    }

    [GeneratedRegex(@"\(\?(?!:)", RegexOptions.CultureInvariant)]
    private static partial Regex Special();

    /// <summary>Without a bracket in it, which could begin a subtraction, or be one of the characters where it comes first.</summary>
    [GeneratedRegex(@"\G\[(?>\^?)(?:[^\[\]\\]|\\.)+\]", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex SimpleClass();

    [GeneratedRegex(@"\G\{[0-9]+(?:,[0-9]*)?\}", RegexOptions.CultureInvariant)]
    private static partial Regex Count();
}
