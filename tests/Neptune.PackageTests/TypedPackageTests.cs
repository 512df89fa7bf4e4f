namespace Neptune.PackageTests;

/// <summary>The generator comes with the package of the library.</summary>
public sealed class TypedPackageTests(Feed feed)
{
    private const string Code = """
        using System;
        using Neptune;

        namespace Demo
        {
            /// <summary>What a training is given.</summary>
            [NeptuneNamespace("params")]
            public sealed class TrainParams
            {
                /// <summary>The learning rate.</summary>
                public double Lr { get; set; } = 0.01;
            }

            /// <summary>The program.</summary>
            public static class Program
            {
                /// <summary>Records a run.</summary>
                public static void Main()
                {
                    using (var run = Run.Init(new RunOptions { Project = "demo", CaptureStdout = false }))
                    {
                        STATEMENTS
                    }
                }
            }
        }
        """;

    [Theory]
    [InlineData("14", "run.Params = new TrainParams { Lr = 0.5 }; run.Params.Lr *= 3; Console.WriteLine(run.Params.Fetch().Lr);")]
    [InlineData("12", "run.Params().Assign(new TrainParams { Lr = 0.5 }); run.Params().Lr *= 3; Console.WriteLine(run.Params().Fetch().Lr);")]
    public void A_fresh_program_has_typed_accessors_and_no_warning_in_generated_code(string language, string statements)
    {
        var consumer = new Consumer(feed, "Neptune", Code.Replace("STATEMENTS", statements), $"""
            <LangVersion>{language}</LangVersion>
            <ImplicitUsings>disable</ImplicitUsings>
            <TreatWarningsAsErrors>false</TreatWarningsAsErrors>
            <AnalysisMode>All</AnalysisMode>
            <EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>
            <GenerateDocumentationFile>true</GenerateDocumentationFile>
            """);

        var built = consumer.Run("build");
        var printed = consumer.Run("run", "--no-build");

        Assert.DoesNotContain(".g.cs", built);
        Assert.Contains("1.5", printed);
    }
}
