using Neptune.Secrets;

namespace Neptune.Tests.Secrets;

public sealed class SecretTextTests
{
    [Theory]
    [InlineData("Server=x;Password=\"a;b\";Port=5", "Server=x;Password=\"***\";Port=5")]
    [InlineData("Server=x;Pwd='a'';b';Port=5", "Server=x;Pwd='***';Port=5")]
    [InlineData("Driver={x};PWD={a;b};Port=5", "Driver={x};PWD=***;Port=5")]
    [InlineData("Server=tcp:db,1433; Password = a b & c ;Port=5", "Server=tcp:db,1433; Password = ***;Port=5")]
    [InlineData("Server=x;Password={a}b;Pwd='a'b;Port=5", "Server=x;Password=***;Pwd=***;Port=5")]
    [InlineData("AccountName=a;AccountKey=ab+/c==;EndpointSuffix=x", "AccountName=a;AccountKey=***;EndpointSuffix=x")]
    [InlineData("Endpoint=sb://ns/;SharedAccessKeyName=Root;SharedAccessKey=a=", "Endpoint=sb://ns/;SharedAccessKeyName=Root;SharedAccessKey=***")]
    [InlineData("jdbc:sqlserver://db.example:1433;user=sa;password=abc", "jdbc:sqlserver://db.example:1433;user=sa;password=***")]
    public void Connection_strings_keep_all_but_their_secrets(string given, string shown) => Assert.Equal(shown, SecretText.Masked(given));

    [Theory]
    [InlineData("""{"password":"a\"b","lr":1,"apiKey":5,"x":"y"}""", """{"password":"***","lr":1,"apiKey":***,"x":"y"}""")]
    [InlineData("""{"ConnectionStrings":{"A":"x","B":"y"},"z":1}""", """{"ConnectionStrings":***,"z":1}""")]
    [InlineData("user: me\npassword: a b\nlr: 1\n", "user: me\npassword: ***\nlr: 1\n")]
    [InlineData("credentials:\n  user: me\n  token: abc\n", "credentials:\n  user: me\n  token: ***\n")]
    [InlineData("[db]\r\nPASSWORD=abc\r\nPORT=5\r\n", "[db]\r\nPASSWORD=***\r\nPORT=5\r\n")]
    [InlineData("x-api-key: abc\nAccept: text/html", "x-api-key: ***\nAccept: text/html")]
    [InlineData("curl with bearer abc.def123 and more", "curl with bearer *** and more")]
    public void Settings_keep_all_but_their_secrets(string given, string shown) => Assert.Equal(shown, SecretText.Masked(given));

    [Theory]
    [InlineData("AKIAIOSFODNN7EXAMPLE")]
    [InlineData("ghp_0123456789abcdefghijABCDEFGHIJ012345")]
    [InlineData("github_pat_11ABCDEFG0123456789_abcdefghijklmnopqrstuvwxyz")]
    [InlineData("glpat-0123456789abcdefghij")]
    [InlineData("xoxb-123456789012-abcdefghijkl")]
    [InlineData("hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXX")]
    [InlineData("sk-0123456789abcdefghijABCDEFGHIJ0123456789abcdefgh")]
    [InlineData("sk-proj-Ab_0-123456789abcdefghij")]
    [InlineData("sk-ant-api03-0123456789-abcdefghij")]
    [InlineData("AIzaSyA0123456789abcdefghijABCDEFGHIJ01")]
    [InlineData("hf_abcdefghijABCDEFGHIJabcdefghijABCD")]
    [InlineData("npm_0123456789abcdefghijABCDEFGHIJ012345")]
    [InlineData("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl")]
    [InlineData("1234567890:AAabcdefghijklmnopqrstuvwxyz0123456")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==")]
    [InlineData("-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nMIIE, cut off")]
    public void Keys_are_known_by_their_shape_wherever_they_stand(string key)
    {
        Assert.Equal("***", SecretText.Masked(key));
        Assert.Equal("see \"***", SecretText.Masked($"see \"{key}"));
    }

    [Theory]
    [InlineData("https://me:secret@host/data?x=1", "https://host/data?x=1")]
    [InlineData("https://token@host/a@b", "https://host/a@b")]
    [InlineData("https://me:p@ss:w@host/x", "https://host/x")]
    [InlineData("https://me:p/ss@host/x", "https://***")]
    [InlineData("https://me:p@s/s@host/x", "https://***")]
    [InlineData("redis://:p/w@h:6379/0", "redis://***")]
    [InlineData("https://me:secret@host/?mail=a@b", "https://***")]
    [InlineData("mongodb://a:b@h1:1,h2:2/db", "mongodb://h1:1,h2:2/db")]
    [InlineData("ssh://git:secret@host:22/x.git", "ssh://git@host:22/x.git")]
    [InlineData("https://a.blob.example/x?sv=1&sig=abc%3D&se=2", "https://a.blob.example/x?sv=1&sig=***&se=2")]
    [InlineData("https://host/x?code=abc&X-Amz-Signature=1&X-Amz-Credential=2&n=3#access_token=4&y", "https://host/x?code=***&X-Amz-Signature=***&X-Amz-Credential=***&n=3#access_token=***&y")]
    [InlineData("https://host/x?api%5Fkey=abc", "https://host/x?api%5Fkey=***")]
    [InlineData("https://host/ghp_0123456789abcdefghijABCDEFGHIJ012345/x", "https://host/***/x")]
    [InlineData("https://[::1]:8080/a@b", "https://[::1]:8080/a@b")]
    [InlineData("see <https://me:secret@host/x>, or not", "see <https://host/x>, or not")]
    public void Addresses_lose_what_lets_others_in(string given, string shown) => Assert.Equal(shown, SecretText.Masked(given));

    [Theory]
    [InlineData("https://token@host/repo.git?private=1", "https://host/repo.git")]
    [InlineData("https://me:p?w@host/repo.git", "https://***")]
    [InlineData("ssh://git:secret@host:22/repo.git", "ssh://git@host:22/repo.git")]
    [InlineData("git@host:team/repo.git", "git@host:team/repo.git")]
    [InlineData("https://p@ss:w@host/repo.git", "https://host/repo.git")]
    [InlineData("/srv/git/repo.git", "/srv/git/repo.git")]
    [InlineData("/srv/git/what?.git", "/srv/git/what?.git")]
    [InlineData("C:\\git\\repo", "C:\\git\\repo")]
    public void Addresses_of_remotes_lose_their_query_too(string url, string shown) => Assert.Equal(shown, SecretAddress.Remote(url));

    [Fact]
    public void A_megabyte_of_almost_secrets_is_read_in_one_go()
    {
        foreach (var part in (string[])["a.", "a:", "a@", "://", "a://", "-----BEGIN PRIVATE KEY", "eyJ", "password", "bearer ", "\"a\" ", "{", "?a=", "a=a:a;"])
        {
            var text = string.Concat(Enumerable.Repeat(part, 1_000_000 / part.Length));

            Assert.NotEmpty(SecretText.Masked(text));
        }
    }
}
