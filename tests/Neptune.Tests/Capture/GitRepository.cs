using System.Diagnostics;

namespace Neptune.Tests.Capture;

/// <summary>A repository made by the real git, in a folder that goes with it.</summary>
public sealed class GitRepository : IDisposable
{
    public GitRepository() => Git("init", "--quiet", "--initial-branch=trunk");

    public string Folder { get; } = Directory.CreateTempSubdirectory("neptune-git-").FullName;

    public GitRepository Write(string file, string content)
    {
        var path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return this;
    }

    public GitRepository Commit(string message)
    {
        Git("add", "--all");
        Git("commit", "--quiet", "--message", message);
        return this;
    }

    public string Git(params string[] arguments)
    {
        var start = new ProcessStartInfo("git") { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "core.autocrlf=false", .. arguments])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.Result);
        return output.TrimEnd('\n');
    }

    public void Dispose()
    {
        // Git writes its objects read-only.
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
            File.SetAttributes(file, FileAttributes.Normal);
        Directory.Delete(Folder, recursive: true);
    }
}
