using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Neptune.Secrets;

/// <summary>Addresses without what lets others in: user and password, secrets in the query, keys in the path.</summary>
internal static partial class SecretAddress
{
    private const string SchemeEnd = "://";

    /// <summary>What is longer is no address that people read.</summary>
    private const int Longest = 8_192;

    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n\"'<>`");

    /// <summary>A remote's address: besides, without its query. Paths and <c>git@host:path</c> stay as they are.</summary>
    public static string Remote(string address)
    {
        var shown = SecretText.Masked(address);
        var query = shown.Contains(SchemeEnd, StringComparison.Ordinal) ? shown.AsSpan().IndexOfAny('?', '#') : -1;
        return query < 0 ? shown : shown[..query];
    }

    /// <summary>The address that begins in a text, up to a blank, a quote or the next part of a connection string.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the address begins.</param>
    /// <param name="host">Where its scheme has ended.</param>
    public static string At(string text, int start, int host)
    {
        var end = text.AsSpan(host).IndexOfAny(Ends);
        var whole = end < 0 ? text[host..] : text.Substring(host, end);
        var part = whole.Length > Longest ? -1 : whole.IndexOf(';', UserEnd(whole));
        return text.Substring(start, host - start + (part < 0 ? whole.Length : part));
    }

    public static string Masked(string address)
    {
        var host = address.IndexOf(SchemeEnd, StringComparison.Ordinal) + SchemeEnd.Length;
        var (scheme, rest) = (address[..host], address[host..]);
        var user = rest.Length > Longest ? rest.Length : UserEnd(rest);
        if (user == rest.Length && user > 0)
            return scheme + SecretText.Hidden;
        // The user of ssh is part of the address; that of http may be a token.
        var shownUser = user > 0 && scheme.EndsWith("ssh" + SchemeEnd, StringComparison.OrdinalIgnoreCase) ? rest[..(user - 1)].Split(':')[0] + "@" : "";
        return scheme + shownUser + SecretText.WithoutKeys(WithoutSecretParameters(rest[user..]));
    }

    /// <summary>
    /// The length of user and password with the @ behind them. Passwords with <c>/</c> are not legal there and yet written: where a colon may be that of a
    /// password and an @ comes later, nobody can tell what belongs to it, and all of the address is taken.
    /// </summary>
    private static int UserEnd(string rest)
    {
        var last = rest.LastIndexOf('@');
        if (last < 0)
            return 0;
        var authority = rest.AsSpan().IndexOfAny("/?#;\\") is >= 0 and var end ? rest[..end] : rest;
        var inside = authority.LastIndexOf('@');
        if (inside == last)
            return last + 1;
        var hasPassword = inside >= 0 ? authority.AsSpan(0, inside).Contains(':') : authority.Contains(':') && !HostAndPort().IsMatch(authority);
        return hasPassword ? rest.Length : inside + 1;
    }

    private static string WithoutSecretParameters(string rest)
    {
        var query = rest.AsSpan().IndexOfAny('?', '#');
        if (query < 0)
            return rest;
        var shown = new StringBuilder(rest, 0, query, rest.Length);
        foreach (var parameter in Parameters().EnumerateMatches(rest, query))
        {
            var text = rest.AsSpan(parameter.Index, parameter.Length);
            var value = text.IndexOf('=') + 1;
            var isSecret = value > 0 && value < text.Length && SecretNames.IsSecretInQuery(Uri.UnescapeDataString(text[1..(value - 1)]));
            shown.Append(isSecret ? text[..value] : text).Append(isSecret ? SecretText.Hidden : "");
        }
        return shown.ToString();
    }

    [GeneratedRegex(@"[?#&;][^?#&;]*", RegexOptions.CultureInvariant)]
    private static partial Regex Parameters();

    [GeneratedRegex(@"^(?:localhost|[\w-]+(?:\.[\w-]+)+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{0,5})?$", RegexOptions.CultureInvariant)]
    private static partial Regex HostAndPort();
}
