namespace Neptune.PackageTests;

/// <summary>The generator comes with the package of the library.</summary>
public sealed class TypedPackageTests(Feed feed)
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <LangVersion>LANGUAGE</LangVersion>
            <Nullable>enable</Nullable>
            <AnalysisMode>All</AnalysisMode>
            <EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>
            <GenerateDocumentationFile>true</GenerateDocumentationFile>
            <RestoreAdditionalProjectSources>FEED</RestoreAdditionalProjectSources>
            <RestorePackagesPath>CACHE</RestorePackagesPath>
            <RestoreFallbackFolders>$(NuGetPackageRoot)</RestoreFallbackFolders>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Neptune" Version="VERSION" />
          </ItemGroup>
        </Project>
        """;

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
        var folder = feed.NewFolder();
        File.WriteAllText(Path.Combine(folder, "demo.csproj"), Project.Replace("FEED", feed.Folder).Replace("CACHE", feed.PackageCache).Replace("VERSION", feed.Version).Replace("LANGUAGE", language));
        File.WriteAllText(Path.Combine(folder, "Program.cs"), Code.Replace("STATEMENTS", statements));

        var built = DotNet.Run(folder, "build");
        var printed = DotNet.Run(folder, "run", "--no-build");

        Assert.DoesNotContain(".g.cs", built);
        Assert.Contains("1.5", printed);
    }
}
