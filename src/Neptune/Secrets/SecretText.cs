using System.Text;
using System.Text.RegularExpressions;

namespace Neptune.Secrets;

/// <summary>Text as people may see it: what looks like a secret, by its name or by its shape, is replaced by <c>***</c>.</summary>
internal static partial class SecretText
{
    public const string Hidden = "***";

    /// <summary>Keys that services give out with a mark on them.</summary>
    private const string Shapes =
        """
        (?<![A-Za-z0-9])(?:
          eyJ[A-Za-z0-9_=.+/-]{17,}                                            # base64 of a JSON object: JSON web tokens, Neptune's tokens
          |(?:AKIA|ASIA|ABIA|ACCA|AGPA|AIDA|AIPA|ANPA|ANVA|AROA)[A-Z0-9]{16}(?![A-Za-z0-9])
          |gh[a-z]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,}
          |gl(?:pat|dt|rt|ft|imt|agent|soat|oas|cbt|ptt|ffct)-[A-Za-z0-9_-]{20,}
          |xox[a-z](?:\.xox[a-z])?-[A-Za-z0-9-]{10,}|xapp-[A-Za-z0-9-]{10,}|hooks\.slack\.com/services/[A-Za-z0-9/]+
          |sk-(?:(?:proj|ant|svcacct|admin|or|None)-[A-Za-z0-9_-]{16,}|[A-Za-z0-9_]{20,})
          |[rsp]k_(?:live|test)_[A-Za-z0-9]{10,}|whsec_[A-Za-z0-9]{20,}
          |AIza[A-Za-z0-9_-]{35}|ya29\.[A-Za-z0-9_.-]{20,}|GOCSPX-[A-Za-z0-9_-]{20,}
          |(?:hf|npm|glsa|dop_v1|doo_v1|shpat)_[A-Za-z0-9]{20,}|dckr_pat_[A-Za-z0-9_-]{20,}|pypi-AgE[A-Za-z0-9_-]{16,}|hv[sb]\.[A-Za-z0-9_-]{20,}|dapi[a-f0-9]{32}|oy2[a-z0-9]{43}
          |SG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}|[0-9]{8,10}:AA[A-Za-z0-9_-]{33}
          |[A-Za-z0-9+/]{86}==                                                 # keys of Azure
        )
        """;

    public static string Masked(string text)
    {
        var shown = new StringBuilder(text.Length);
        var (copied, next) = (0, 0);
        while (next <= text.Length && Places().Match(text, next) is { Success: true } place)
        {
            next = place.Index + 1;
            if (Secret(text, place) is not { } secret)
                continue;
            shown.Append(text, copied, secret.Start - copied).Append(secret.Shown);
            copied = next = secret.End;
        }
        return copied == 0 ? text : shown.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>Text without keys that are known by their shape; names are not looked at.</summary>
    public static string WithoutKeys(string text) => Keys().Replace(text, Hidden);

    private static (int Start, int End, string Shown)? Secret(string text, Match place)
    {
        var end = place.Index + place.Length;
        if (place.Groups["scheme"] is { Success: true } scheme && !SecretNames.IsSecret(scheme.ValueSpan))
        {
            var address = SecretAddress.At(text, place.Index, end);
            return (place.Index, place.Index + address.Length, SecretAddress.Masked(address));
        }
        if (place.Groups["name"] is { Success: true } name && !SecretNames.IsSecret(name.ValueSpan))
            return null;
        if (!place.Groups["name"].Success && !place.Groups["scheme"].Success)
            return (place.Index, end, Hidden);
        var value = SecretValue.At(text, end, isJson: place.Groups["quote"].Length > 0);
        return value.End > value.Start ? (value.Start, value.End, Hidden) : null;
    }

    [GeneratedRegex(Shapes, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Keys();

    /// <summary>Where a secret may be: a private key; an address; a marked key; a token behind its scheme; a password before a proxy; a value behind its name.</summary>
    [GeneratedRegex(
        $"""
        -----BEGIN[ ][A-Z0-9 ]*PRIVATE[ ]KEY[A-Z ]*-----[\s\S]*?(?:-----END[ ][A-Z0-9 ]*PRIVATE[ ]KEY[A-Z ]*-----|\z)
        |(?<![\w.+-])(?<scheme>[A-Za-z](?>[A-Za-z0-9.+-]*))://
        |{Shapes}
        |(?<=\b[Bb]earer\s{"{1,9}"})(?=[A-Za-z._~+/=-]*[0-9])[\w.~+/=-]{"{8,}"}
        |(?<![\w.+:@/-])(?![A-Za-z]:[\\/])(?>[\w.+-]+):[^\s"'@]{"{1,200}"}(?=@[\w.-]+:[0-9])
        |(?<![\w.-])(?<name>(?>[\w.-]+))(?<quote>["']?)[ \t]*[=:][ \t]*
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Places();
}
