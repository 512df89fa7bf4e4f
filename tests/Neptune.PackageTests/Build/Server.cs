using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Neptune.PackageTests.Build;

/// <summary>The MSBuild server: a process that stays, with the tasks loaded, while files and the environment change.</summary>
public sealed partial class Server : IDisposable
{
    private readonly Workspace workspace;
    private readonly HashSet<int> processes = [];

    public Server(Feed feed)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The shell of the build tells which process it is, which that of Windows does not.");
        workspace = new(feed);
        workspace.Variables["DOTNET_CLI_USE_MSBUILD_SERVER"] = "1";
        // A server of the test's own: clients and servers find each other by it.
        workspace.Variables["MSBUILDNODEHANDSHAKESALT"] = workspace.Folder;
        workspace.Write("app/models/income.zip", "weights");
        workspace.WriteProgram("app", """
            <ItemGroup><NeptuneModel Include="models/income.zip" Key="INCOME" /></ItemGroup>
            <Target Name="Who" BeforeTargets="BeforeBuild"><Exec Command="echo built by process $PPID." /></Target>
            """);
    }

    [Fact]
    public void Builds_in_one_server_see_what_has_changed_between_them()
    {
        var first = Build();
        workspace.Write("app/models/income.zip", "other weights");
        var otherFile = Build();
        workspace.Variables["NEPTUNE_PROJECT"] = "team/other";
        workspace.Variables["NEPTUNE_HOME"] = workspace.PathOf("elsewhere");
        var elsewhere = Build();
        workspace.Variables["NEPTUNE_API_TOKEN"] = "sesame";
        workspace.Write("app/models/income.zip", "weights again");
        var refused = workspace.Fail("build", "app", "--no-restore");
        foreach (var variable in new[] { "NEPTUNE_PROJECT", "NEPTUNE_HOME", "NEPTUNE_API_TOKEN" })
            workspace.Variables.Remove(variable);
        var back = Build();

        Assert.Contains($"is registered as DEMO-INCOME-1, None: file://{workspace.Folder}/.neptune#", first);
        Assert.Contains("is registered as DEMO-INCOME-2", otherFile);
        Assert.Contains($"is registered as OTHER-INCOME-1, None: file://{workspace.PathOf("elsewhere")}/.neptune#", elsewhere);
        Assert.Contains("error NEPB0004", refused);
        Assert.DoesNotContain("sesame", refused);
        Assert.Contains("is registered as DEMO-INCOME-3", back);
        Assert.Single(processes);
    }

    [Fact]
    public void A_server_that_has_registered_a_model_holds_no_file_of_the_store_or_the_project()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Which files a process has open is asked of Linux.");
        Build();

        var open = new DirectoryInfo($"/proc/{Assert.Single(processes)}/fd").EnumerateFileSystemInfos().Select(file => file.LinkTarget).ToList();

        Assert.NotEmpty(open);
        Assert.DoesNotContain(open, file => file?.StartsWith(workspace.Folder) == true);
    }

    public void Dispose()
    {
        foreach (var id in processes)
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
            process.WaitForExit();
        }
    }

    private string Build()
    {
        var printed = workspace.Run("build", "app");
        processes.Add(int.Parse(Builder().Match(printed).Groups[1].Value, CultureInfo.InvariantCulture));
        return printed;
    }

    [GeneratedRegex("built by process ([0-9]+)\\.")]
    private static partial Regex Builder();
}
