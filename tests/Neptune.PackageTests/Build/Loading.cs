namespace Neptune.PackageTests.Build;

/// <summary>The task loads its libraries, managed and native, from its own folder; nothing else would notice if that broke.</summary>
public sealed class Loading(Feed feed)
{
    private readonly Workspace workspace = new(feed);

    [Fact]
    public void Without_the_list_of_its_libraries_the_task_cannot_work_and_the_build_says_so()
    {
        workspace.Write("app/models/income.zip", "weights");
        workspace.WriteProgram("app", """<ItemGroup><NeptuneModel Include="models/income.zip" Key="INCOME" /></ItemGroup>""");
        workspace.Run("restore", "app");
        var tasks = feed.TaskFolder;
        var copy = Directory.CreateDirectory(workspace.PathOf("tasks")).FullName;
        foreach (var file in Directory.EnumerateFiles(tasks, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".deps.json")))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(tasks, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        var printed = workspace.Fail("build", "app", "--no-restore", $"-p:NeptuneTasksAssembly={Path.Combine(copy, "Neptune.MSBuild.dll")}");

        Assert.Contains("error NEPB0019", printed);
        Assert.Contains("e_sqlite3", printed);
        Assert.True(File.Exists(Path.Combine(tasks, "Neptune.MSBuild.deps.json")));
    }

    [Fact]
    public void The_tasks_are_compiled_ahead_so_that_a_build_does_not()
    {
        workspace.Write("app/models/income.zip", "weights");
        workspace.WriteProgram("app", """<ItemGroup><NeptuneModel Include="models/income.zip" Key="INCOME" /></ItemGroup>""");
        workspace.Run("restore", "app");
        var compiled = workspace.PathOf("compiled.txt");
        workspace.Variables["DOTNET_JitStdOutFile"] = compiled;
        workspace.Variables["DOTNET_JitDisasmSummary"] = "1";

        var printed = workspace.Run("build", "app", "--no-restore", "-t:NeptuneRegisterModels");

        Assert.Contains("registered as DEMO-INCOME-1", printed);
        Assert.Contains("Microsoft.Build", File.ReadAllText(compiled));
        Assert.DoesNotContain(" Neptune.MSBuild.", File.ReadAllText(compiled));
    }

    [Fact]
    public void A_machine_that_the_package_has_no_tasks_for_gets_one_warning_and_builds()
    {
        workspace.Write("app/models/income.zip", "weights");
        workspace.WriteProgram("app", """<ItemGroup><NeptuneModel Include="models/income.zip" Key="INCOME" /></ItemGroup>""");

        var printed = workspace.Run("build", "app", "-p:NETCoreSdkPortableRuntimeIdentifier=haiku-x64", "-p:TreatWarningsAsErrors=false");

        Assert.Contains("warning NEPB0018: Neptune.MSBuild does not work on haiku-x64 machines.", printed);
        Assert.False(File.Exists(workspace.PathOf(".neptune/store.db")));
    }

    [Fact]
    public void The_package_reaches_the_build_and_nothing_of_it_the_program()
    {
        workspace.Write("lib/models/income.zip", "weights");
        workspace.Write("lib/lib.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup><NeptuneModel Include="models/income.zip" Key="INCOME" /></ItemGroup>
            </Project>
            """);
        workspace.WriteProgram("app", """<ItemGroup><ProjectReference Include="../lib/lib.csproj" /></ItemGroup>""");

        workspace.Run("build", "app", "-bl:build.binlog");

        Assert.Empty(Directory.EnumerateFiles(workspace.PathOf("app/bin"), "Neptune*", SearchOption.AllDirectories));
        Assert.True(File.Exists(workspace.PathOf("app/bin/Debug/net10.0/models/income.zip")));
        Assert.True(new FileInfo(workspace.PathOf("build.binlog")).Length > 0);
    }
}
