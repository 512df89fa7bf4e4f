namespace Neptune.Secrets;

/// <summary>Which names of options, variables and keys announce a secret. A name is read word by word: <c>--db.ApiKey</c> is <i>db</i>, <i>api</i>, <i>key</i>.</summary>
internal static class SecretNames
{
    private const string Token = "token";

    /// <summary>Secret wherever they stand in a name, also inside a word as in <c>PGPASSWORD</c>, unless what follows only speaks about the secret.</summary>
    private static readonly string[] Terms =
    [
        "password", "passwd", "passphrase", "passcode", "secret", "credential", "authorization", "apikey", "accesskey", "secretkey", "privatekey", "accountkey",
        "sharedkey", "signingkey", "encryptionkey", "masterkey", "authkey", "connectionstring", "connstr",
    ];

    /// <summary>What makes the word <c>key</c> behind it a secret; a key alone is a column, a model, a sorting.</summary>
    private static readonly HashSet<string> KindsOfKey = Set(
        "access account admin aes api app application auth client deploy encryption hmac instrumentation license master private sas secret security service shared signing storage subscription webhook");

    /// <summary>Secret at the end of a name.</summary>
    private static readonly HashSet<string> LastWords = Set("auth bearer cookie cred creds jwt otp pass pat pw pwd sas sig dbpass mysqlpwd rootpass smtppass sshpass userpass");

    /// <summary>A token of a text, not one that opens doors, stands behind these; a pass that is no password too.</summary>
    private static readonly HashSet<string> KindsOfToken = Set("begin bos cancellation cls decoder end eos first image key last mask max min n next num pad padding per sep special start stop unk");

    private static readonly HashSet<string> KindsOfPass = Set("all backward band first forward high low multi one per second single third two");

    private static readonly HashSet<string> KindsOfTokens = Set("access api auth bearer refresh security session");

    /// <summary>A name that ends so tells about the secret where it is, how long, how old: <c>--password-file</c>, <c>--secret-name</c>.</summary>
    private static readonly HashSet<string> About = Set(
        """
        age algorithm column columns command count counts dir directory enabled encoding endpoint env expiration expires expiry file filename files folder format hint index kind
        len length less lifetime limit limits max method min mode name names num number path paths policy prompt provider required rotation scheme size sizes stdin timeout total
        ttl type types uri url variable version
        """);

    /// <summary>Words behind a secret that leave it one: <c>TOKEN_PROD</c>, <c>token_base64</c>.</summary>
    private static readonly HashSet<string> Neutral = Set("b base current default dev development encoded hex live local main new old plain prod production raw read staging test text value values write");

    /// <summary>Only in the query of an address, where short names are common: keys of functions, signatures of shared access.</summary>
    private static readonly HashSet<string> InQueries = Set("code key sig signature");

    public static bool IsSecret(ReadOnlySpan<char> name)
    {
        var words = Words(name);
        for (var i = 0; i < words.Count; i++)
        {
            if (IsTerm(words, i, out var rest, out var next) && !About.Contains(rest) && !words.Skip(next).Any(About.Contains))
                return true;
        }
        var last = words.FindLastIndex(word => word.Length > 0 && !Neutral.Contains(word));
        return last >= 0 && IsLastWord(words[last], last > 0 ? words[last - 1] : "");
    }

    /// <summary>As <see cref="IsSecret"/>, for a parameter in the query of an address.</summary>
    public static bool IsSecretInQuery(ReadOnlySpan<char> name) => IsSecret(name) || Words(name) is [.., var last] && InQueries.Contains(last);

    private static bool IsTerm(List<string> words, int at, out string rest, out int next)
    {
        (rest, next) = ("", at + 1);
        var word = words[at];
        foreach (var term in Terms)
        {
            if (word.IndexOf(term, StringComparison.Ordinal) is >= 0 and var start)
            {
                rest = word[(start + term.Length)..];
                return true;
            }
        }
        if (at + 1 == words.Count)
            return false;
        next = at + 2;
        return (word, words[at + 1]) switch
        {
            (_, "key" or "keys") => KindsOfKey.Contains(word),
            ("connection" or "conn", "string" or "strings" or "str") => true,
            ("access", "signature") => true,
            _ => false,
        };
    }

    private static bool IsLastWord(string word, string before) => word switch
    {
        "pass" => !KindsOfPass.Contains(before),
        "tokens" => KindsOfTokens.Contains(before),
        _ when word.EndsWith(Token, StringComparison.Ordinal) => !KindsOfToken.Contains(word.Length > Token.Length ? word[..^Token.Length] : before),
        _ => LastWords.Contains(word),
    };

    /// <summary>The words of a name in lower case, parted by anything that is no letter or digit and by capitals, without digits at their ends.</summary>
    public static List<string> Words(ReadOnlySpan<char> name)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            var ends = i == name.Length || !char.IsLetterOrDigit(name[i]);
            if (!ends && (i == start || !IsHump(name, i)))
                continue;
            if (i > start)
                words.Add(name[start..i].TrimEnd("0123456789").ToString().ToLowerInvariant());
            start = ends ? i + 1 : i;
        }
        return words;
    }

    private static bool IsHump(ReadOnlySpan<char> name, int i) =>
        char.IsUpper(name[i]) && (!char.IsUpper(name[i - 1]) || i + 1 < name.Length && char.IsLower(name[i + 1]));

    private static HashSet<string> Set(string words) => [.. words.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)];
}
