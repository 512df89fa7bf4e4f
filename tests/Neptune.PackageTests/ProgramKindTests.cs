namespace Neptune.PackageTests;

/// <summary>The sources and the repository of programs that are no project's output: of one file, published as one file, run by a test host.</summary>
public sealed class ProgramKindTests(Feed feed)
{
    private const string Facts = """
        using var run = Run.Init(new() { Project = "demo", CaptureStdout = false });
        run.Stop();
        using var kept = Run.Init(new() { Project = "demo", WithId = run.Id, Mode = ConnectionMode.ReadOnly });
        var files = kept.Exists("source_code/files") ? kept["source_code/files"].ListFiles().Select(file => file.Name) : [];
        var commit = kept.Exists("source_code/git") ? kept["source_code/git"].Fetch<GitRefInfo>().Message.Trim() : "none";
        var facts = $"entrypoint {kept["source_code/entrypoint"].Fetch<string>()}; files {string.Join(' ', files)}; requirements {kept.Exists("source_code/requirements")}; commit {commit}";
        """;

    private const string Code = $"using Neptune;\n{Facts}\nConsole.WriteLine(facts);\n";

    [Theory]
    [InlineData("<DebugType>embedded</DebugType><SelfContained>false</SelfContained>")]
    [InlineData("<DebugType>portable</DebugType><SelfContained>false</SelfContained>")]
    [InlineData("<DebugType>embedded</DebugType><SelfContained>true</SelfContained><EnableCompressionInSingleFile>true</EnableCompressionInSingleFile>")]
    public void A_program_published_as_a_single_file_knows_its_sources(string properties)
    {
        var consumer = new Consumer(feed, "Neptune", Code, $"<PublishSingleFile>true</PublishSingleFile><RuntimeIdentifier>{Feed.Machine}</RuntimeIdentifier>{properties}");
        Commit(consumer.Folder, "The program", "demo.csproj", "Program.cs");

        consumer.Run("publish", "-o", "out");
        var printed = DotNet.Program(feed.NewFolder(), consumer.PathOf("out/demo"));

        Assert.Contains("entrypoint Program.cs; files Program.cs demo.csproj; requirements True; commit The program", printed);
    }

    [Fact]
    public void A_program_of_one_file_knows_its_source_and_not_the_repository_of_the_home_folder()
    {
        var home = feed.NewFolder();
        File.WriteAllText(Path.Combine(home, ".profile"), "");
        Commit(home, "Settings", ".profile");
        var folder = Directory.CreateDirectory(Path.Combine(home, "scripts")).FullName;
        File.WriteAllText(Path.Combine(folder, "train.cs"), $"#:package Neptune@{feed.Version}\n{Properties()}{Code}");
        File.WriteAllText(Path.Combine(folder, "other.cs"), "no part of it");
        var variables = new Dictionary<string, string> { ["HOME"] = home, ["DOTNET_NOLOGO"] = "1" };

        var untracked = DotNet.Run(folder, variables, "run", "train.cs");
        Commit(home, "Scripts", "scripts/train.cs");
        var tracked = DotNet.Run(feed.NewFolder(), variables, "run", Path.Combine(folder, "train.cs"));

        Assert.Contains("entrypoint train.cs; files train.cs; requirements True; commit none", untracked);
        Assert.Contains("entrypoint train.cs; files train.cs; requirements True; commit Scripts", tracked);
    }

    [Fact]
    public void In_a_test_host_the_sources_are_those_of_the_tests()
    {
        var consumer = new Consumer(feed, "Neptune", $$"""
            using Microsoft.VisualStudio.TestTools.UnitTesting;
            using Neptune;

            [TestClass]
            public class TrainingTests
            {
                [TestMethod]
                public void Trains()
                {
                    {{Facts.ReplaceLineEndings("\n        ")}}
                    File.WriteAllText(Environment.GetEnvironmentVariable("FACTS")!, facts);
                }
            }
            """, "<GenerateProgramFile>true</GenerateProgramFile>");
        var project = File.ReadAllText(consumer.PathOf("demo.csproj"));
        File.WriteAllText(consumer.PathOf("demo.csproj"), project.Replace("<ItemGroup>", """
            <ItemGroup>
                <PackageReference Include="Microsoft.NET.Test.Sdk" Version="18.11.0" />
                <PackageReference Include="MSTest.TestAdapter" Version="4.5.3" />
                <PackageReference Include="MSTest.TestFramework" Version="4.5.3" />
            """));
        Commit(consumer.Folder, "The tests", "demo.csproj", "Program.cs");
        var facts = Path.Combine(feed.NewFolder(), "facts.txt");

        DotNet.Run(consumer.Folder, new Dictionary<string, string> { ["FACTS"] = facts }, "test");

        Assert.Equal("entrypoint demo.dll; files Program.cs demo.csproj; requirements True; commit The tests", File.ReadAllText(facts));
    }

    private static void Commit(string folder, string message, params string[] files)
    {
        DotNet.Program(folder, "git", "init", "--quiet");
        DotNet.Program(folder, "git", ["add", .. files]);
        DotNet.Program(folder, "git", "-c", "user.name=Ada", "-c", "user.email=ada@example.org", "commit", "--quiet", "--message", message);
    }

    /// <summary>The feed, as a program of one file names it.</summary>
    private string Properties() => string.Concat(
        System.Xml.Linq.XElement.Parse($"<all>{feed.RestoreProperties}</all>").Elements().Append(new("PublishAot", "false")).Select(property => $"#:property {property.Name}={property.Value}\n"));
}
