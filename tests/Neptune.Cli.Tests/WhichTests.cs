using System.Reflection;
using System.Text.Json;

[assembly: AssemblyMetadata("Neptune.Model", """{"key":"INCOME","version":"DEMO-INCOME-3","project":"local/demo","stage":"Staging","sha256":"0123","path":"models/income.zip"}""")]
[assembly: AssemblyMetadata("Neptune.Model", """{"key":"FRAUD","version":"","project":"","stage":"None","sha256":"4567","path":""}""")]
[assembly: AssemblyMetadata("Somebody.Else", "has one too")]

namespace Neptune.Cli.Tests;

public sealed class WhichTests : IDisposable
{
    private static readonly string Assembly = typeof(WhichTests).Assembly.Location;

    private readonly TestStore store = new();

    [Fact]
    public void The_models_of_an_assembly_are_shown_without_a_store()
    {
        var result = store.Ask("which", Assembly);

        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.Contains(result.Lines, line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)) == "INCOME DEMO-INCOME-3 Staging models/income.zip 0123 local/demo");
        Assert.Contains(result.Lines, line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)) == "FRAUD - None - 4567 -");
        Assert.False(Directory.Exists(store.Folder));
    }

    [Fact]
    public void A_program_is_as_good_as_its_assembly_and_json_is_for_programs()
    {
        var program = Assembly[..^".dll".Length] + (OperatingSystem.IsWindows() ? ".exe" : "");

        var json = JsonDocument.Parse(store.Ask("which", program, "--json").Output).RootElement;

        Assert.Equal(["INCOME", "FRAUD"], json.EnumerateArray().Select(model => model.GetProperty("key").GetString()!));
    }

    [Fact]
    public void An_assembly_without_models_says_so()
    {
        var result = store.Ask("which", typeof(FactAttribute).Assembly.Location);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("was built with no model.", result.Output);
    }

    [Fact]
    public void What_is_no_assembly_is_refused_on_one_line()
    {
        var text = Path.Combine(store.Home, "text.txt");
        File.WriteAllText(text, "no assembly");

        Assert.Contains("is no .NET assembly", Assert.Single(store.Ask("which", text).Errors.TrimEnd().Split('\n')));
        Assert.Contains("There is no file", Assert.Single(store.Ask("which", text + "x").Errors.TrimEnd().Split('\n')));
    }

    public void Dispose() => store.Dispose();
}
