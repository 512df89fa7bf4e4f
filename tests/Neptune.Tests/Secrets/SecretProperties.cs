using CsCheck;
using Neptune.Secrets;

namespace Neptune.Tests.Secrets;

/// <summary>Whatever a planted secret is made of, nothing of it is shown; its letters are used nowhere else.</summary>
public sealed class SecretProperties
{
    private const string Letters = "QZ";

    private static readonly Gen<string> Any = Gen.String[Gen.Char[Letters + "-/@:;=&?#+.,'\"\\ {}"], 1, 24].Where(HasLetter);
    private static readonly Gen<string> InAddress = Gen.String[Gen.Char[Letters + "-/@:;=&?#+.,"], 1, 24].Where(HasLetter);
    private static readonly Gen<string> Name = OneOf(
        "password", "db-password", "PASSWORD", "Pwd", "token", "api_key", "apiKey", "X-Api-Key", "client-secret", "AWS_SECRET_ACCESS_KEY", "credentials", "Authorization", "ConnectionString", "sas");

    private static readonly Gen<string[]> Ordinary = Gen.Select(
        OneOf("--epochs", "--lr", "--max-tokens", "--tokenizer", "--data", "--author", "--key", "-v", "/t", "--passes"),
        OneOf("5", "0.1", "data.csv", "/data/x y.csv", "C:\\x", "-3", "https://host/x?n=1", "a=b", "a:b"),
        (name, value) => new[] { name, value }).Array[0, 6].Select(pairs => pairs.SelectMany(pair => pair).ToArray());

    [Fact]
    public void A_secret_argument_is_not_shown() =>
        Gen.Select(Name, Any, Ordinary, Ordinary, Gen.Int[0, 6]).Sample((name, secret, before, after, form) =>
        {
            string[] planted = form switch
            {
                0 => [$"--{name}", secret],
                1 => [$"--{name}={secret}"],
                2 => [$"/{name}:{secret}"],
                3 => [$"-p:{name}={secret}"],
                4 => [$"{name}={secret}"],
                5 => [$"{name}:", secret],
                _ => ["--header", $"Authorization: Bearer {secret}"],
            };

            return Hides(CommandLine.Shown([.. before, .. planted, .. after]));
        });

    [Fact]
    public void A_password_in_an_address_is_not_shown() =>
        InAddress.Sample(secret => Hides(CommandLine.Shown([$"https://me:{secret}@host.example/data"])) && Hides(SecretText.Masked($"a b=\"https://me:{secret}@host.example/data\" c")));

    [Fact]
    public void A_password_in_a_connection_string_is_not_shown() =>
        Gen.Select(Any, Ordinary).Sample((secret, before) =>
            Hides(CommandLine.Shown([.. before, $"Server=x;Password=\"{secret.Replace("\"", "\"\"")}\";Port=5"]))
            && Hides(CommandLine.Shown([$"--db=Server=x;Password='{secret.Replace("'", "''")}';Port=5"]))
            && Hides(SecretText.Masked($"Server=x;AccountKey={secret.Replace(";", "").TrimStart(' ', '"', '\'')}")));

    [Fact]
    public void Ordinary_arguments_are_shown_as_they_are() =>
        Ordinary.Sample(arguments => CommandLine.Shown(arguments) == string.Join(' ', arguments.Select(argument => argument.Contains(' ') ? $"\"{argument}\"" : argument)));

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static bool HasLetter(string secret) => secret.AsSpan().IndexOfAny(Letters) >= 0;

    private static bool Hides(string shown) => shown.AsSpan().IndexOfAny(Letters) < 0;
}
