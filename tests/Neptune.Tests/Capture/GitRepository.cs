using System.Diagnostics;

namespace Neptune.Tests.Capture;

/// <summary>A repository made by the real git, in a folder that goes with it.</summary>
public sealed class GitRepository : IDisposable
{
    public GitRepository() => Git("init", "--quiet", "--initial-branch=trunk");

    private GitRepository(string folder) => Folder = folder;

    public string Folder { get; } = Directory.CreateTempSubdirectory("neptune-git-").FullName;

    public string Head => Git("rev-parse", "HEAD");

    public string PathOf(string file) => Path.Combine(Folder, file);

    public GitRepository Write(string file, string content)
    {
        var path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return this;
    }

    public GitRepository Write(string file, byte[] content)
    {
        Write(file, "");
        File.WriteAllBytes(PathOf(file), content);
        return this;
    }

    /// <summary>Another work tree at a commit, with the same filters; files are checked out of it anew.</summary>
    public GitRepository Clone(string commit)
    {
        var folder = Directory.CreateTempSubdirectory("neptune-git-").FullName;
        var clone = new GitRepository(folder);
        clone.Git("clone", "--quiet", "--no-checkout", Folder, ".");
        foreach (var setting in Git("config", "--local", "--list", "-z").Split('\0').Where(setting => setting.StartsWith("filter.", StringComparison.Ordinal)))
            clone.Git("config", setting.Split('\n')[0], setting.Split('\n')[1]);
        clone.Git("checkout", "--quiet", "--detach", commit);
        clone.Git("submodule", "--quiet", "update", "--init", "--recursive");
        return clone;
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
        foreach (var argument in (string[])["-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "protocol.file.allow=always", .. arguments])
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
        // Git writes its objects read-only, which Windows takes seriously.
        foreach (var file in OperatingSystem.IsWindows() ? Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories) : [])
            File.SetAttributes(file, FileAttributes.Normal);
        Directory.Delete(Folder, recursive: true);
    }
}
