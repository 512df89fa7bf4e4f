using System.Text.RegularExpressions;

namespace Neptune.Generators.Tests.Compiling;

/// <summary>What the READMEs show of typed accessors is compiled and run as it stands there.</summary>
public sealed partial class ReadmeTests : IDisposable
{
    private const string ImplicitUsings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;";

    private readonly TestStore store = new();

    [Theory]
    [InlineData("README.md", 3, "RDM-1: lr 0.01, loss 0.1, batches of 64")]
    [InlineData("generators.md", 0, "params/lr = 0.01, TrainParams { Lr = 0.01, BatchSize = 64, Restart = , Optimizer = OptimizerParams, Secret =  }")]
    public void A_snippet_does_what_it_says(string file, int index, string printed)
    {
        var snippet = CSharp().Matches(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file)))[index].Groups[1].Value
            .Replace("Run.Init()", $"Run.Init(new() {{ Project = \"test/readme\", StorePath = @\"{store.Home}\", CaptureStdout = false, CaptureStderr = false, Logger = Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance }})")
            .Replace("Project.Init()", $"Project.Init(new() {{ Name = \"test/readme\", StorePath = @\"{store.Home}\" }})");

        var output = Generated.From([snippet, ImplicitUsings]).Run();

        Assert.Equal(printed, output);
    }

    public void Dispose() => store.Dispose();

    [GeneratedRegex("```csharp\r?\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharp();
}
