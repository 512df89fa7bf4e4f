using System.Diagnostics;
using Neptune.TestChild;

namespace Neptune.Tests.Capture;

/// <summary>A repository of a stranger, a git that hangs, a hook that trains, a machine without git.</summary>
public sealed class GitSafetyTests : IDisposable
{
    private readonly TemporaryStore store = new();
    private readonly GitRepository repository = new GitRepository().Write("train.cs", "one\n").Write("b.bin", "\0").Commit("First");

    [Theory]
    [InlineData("core.fsmonitor", "")]
    [InlineData("core.hooksPath", "post-index-change")]
    [InlineData("diff.external", "")]
    [InlineData("diff.shown.command", "")]
    [InlineData("diff.shown.textconv", "")]
    public void No_program_that_a_repository_names_is_run(string setting, string hook)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The programs are scripts.");
        var proof = Path.Combine(store.Home, "proof");
        var program = Script("program", $"echo ran >> '{proof}'\ncat \"$1\" 2>/dev/null");
        repository.Write(".gitattributes", "*.cs diff=shown\n").Git("add", ".gitattributes");
        repository.Git("config", setting, hook.Length == 0 ? program : Path.GetDirectoryName(program)!);
        if (hook.Length > 0)
            File.Copy(program, Path.Combine(Path.GetDirectoryName(program)!, hook));
        repository.Write("train.cs", "two\n").Git("status");
        repository.Git("diff");
        Assert.True(File.Exists(proof), $"git itself does not run {setting}");
        File.Delete(proof);

        var patch = Recorded("source_code/diff");

        Assert.Contains("+two", patch);
        Assert.False(File.Exists(proof), $"{setting} was run");
    }

    [Fact]
    public void The_index_is_left_alone()
    {
        var index = repository.PathOf(".git/index");
        File.SetLastWriteTimeUtc(repository.PathOf("train.cs"), DateTime.UtcNow.AddDays(1));
        var before = File.ReadAllBytes(index);
        File.WriteAllText(index + ".lock", "");

        Assert.Equal("", Recorded("source_code/diff"));
        Assert.Equal(before, File.ReadAllBytes(index));
    }

    [Fact]
    public void Files_that_git_cannot_compare_leave_the_commit()
    {
        repository.Write(".gitattributes", "*.dat filter=gone\n").Write("rows.dat", "abc\n").Commit("Second");
        repository.Git("config", "filter.gone.clean", "no-such-program");
        repository.Git("config", "filter.gone.required", "true");
        repository.Write("rows.dat", "abd\n");

        var result = Child.RunToEnd(store.Home, "capture-git", repository.Folder);

        using var run = store.ReadOnly("CLS-1");
        Assert.Equal((repository.Head, "trunk"), (run["source_code/git"].Fetch<GitRefInfo>().CommitId, run["source_code/git"].Fetch<GitRefInfo>().CurrentBranch));
        Assert.Contains("source_code is incomplete", result.Errors);
        Assert.Contains("filter 'no-such-program'", result.Errors);
    }

    [Fact]
    public void A_hook_that_trains_records_its_own_repository()
    {
        using var other = new GitRepository().Write("other.cs", "x\n").Commit("Other");
        repository.Write("train.cs", "two\n");
        Dictionary<string, string?> hook = new()
        {
            ["GIT_DIR"] = other.PathOf(".git"),
            ["GIT_WORK_TREE"] = other.Folder,
            ["GIT_INDEX_FILE"] = other.PathOf(".git/index"),
            ["GIT_EXTERNAL_DIFF"] = "false",
            ["GIT_DIFF_OPTS"] = "-u0",
            ["GIT_PAGER"] = "false",
        };

        Child.RunToEnd(store.Home, hook, "capture-git", repository.Folder);

        using var run = store.ReadOnly("CLS-1");
        Assert.Equal(repository.Head, run["source_code/git"].Fetch<GitRefInfo>().CommitId);
        Assert.Contains("+two", Text(run, "source_code/diff"));
    }

    [Fact]
    public void A_repository_of_somebody_else_is_refused_with_the_cure()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess && OperatingSystem.IsLinux(), "Only root can give files away.");
        Run("chown", "-R", "12345", repository.Folder);

        var result = Child.RunToEnd(store.Home, "capture-git", repository.Folder);

        Assert.Contains("git capture", result.Errors);
        Assert.Contains("safe.directory", result.Errors);
        Assert.Single(result.Errors.TrimEnd().Split('\n'));
    }

    [Fact]
    public void A_git_that_hangs_is_ended_and_does_not_hold_up_the_run()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The git is a script.");
        var started = Path.Combine(store.Home, "started");
        var git = Script("git", $"case \"$*\" in *version*) echo git version 2.39.0 ;; *) echo $$ > '{started}'; exec sleep 1000 ;; esac");

        var result = Child.RunToEnd(
            store.Home,
            new Dictionary<string, string?> { ["PATH"] = Path.GetDirectoryName(git) + ":" + Environment.GetEnvironmentVariable("PATH"), [CaptureGit.HangingVariable] = started },
            "capture-git",
            repository.Folder);

        Assert.EndsWith("ended", result.Output);
        Assert.Contains("had not ended", result.Errors);
    }

    [Fact]
    public void Without_git_the_commit_and_the_changes_of_text_are_recorded()
    {
        repository.Write("train.cs", "two\n").Write("b.bin", [0, 1]).Write("new.cs", "n\n").Write("untracked.cs", "u\n").Git("add", "new.cs");

        var result = WithoutGit();

        using var run = store.ReadOnly("CLS-1");
        var git = run["source_code/git"].Fetch<GitRefInfo>();
        Assert.Equal((repository.Head, "trunk", true), (git.CommitId, git.CurrentBranch, git.Dirty));
        var patch = Text(run, "source_code/diff");
        Assert.StartsWith("left out: b.bin (no text)\n", patch);
        Assert.Equal("untracked.cs\n", Text(run, "source_code/untracked"));
        Assert.Equal("", result.Errors);
        using var clone = Patched(patch);
        Assert.Equal(("two\n", "n\n"), (File.ReadAllText(clone.PathOf("train.cs")), File.ReadAllText(clone.PathOf("new.cs"))));
    }

    [Fact]
    public void Without_git_what_is_outside_a_sparse_checkout_is_not_taken_for_deleted()
    {
        repository.Write("kept/a.cs", "one\n").Write("away/b.cs", "one\n").Commit("Second").Git("sparse-checkout", "set", "kept");
        repository.Write("kept/a.cs", "two\n");

        var result = WithoutGit();

        using var run = store.ReadOnly("CLS-1");
        Assert.DoesNotContain("away", Text(run, "source_code/diff"));
        Assert.Contains("+two", Text(run, "source_code/diff"));
        Assert.Contains("sparse checkout", result.Errors);
    }

    [Fact]
    public void Without_git_what_a_filter_stores_is_not_taken_for_changed()
    {
        repository.Git("config", "filter.shifted.clean", "tr a-z n-za-m");
        repository.Git("config", "filter.shifted.smudge", "tr a-z n-za-m");
        repository.Write(".gitattributes", "*.dat filter=shifted\n").Write("rows.dat", "abc\n").Commit("Second");
        File.SetLastWriteTimeUtc(repository.PathOf("rows.dat"), DateTime.UtcNow.AddDays(1));

        var result = WithoutGit();

        using var run = store.ReadOnly("CLS-1");
        Assert.False(run["source_code/git"].Fetch<GitRefInfo>().Dirty);
        Assert.False(run.Exists("source_code/diff"));
        Assert.Contains("filter", result.Errors);
    }

    [Fact]
    public void Without_git_a_filter_hides_its_own_files_only_and_they_are_named()
    {
        repository.Write(".gitattributes", "[attr]shifty filter=shifted\n*.dat filter=shifted\n*.gone shifty\n\"with blank.*\" text\n").Write("sub/.gitattributes", "/here.txt ident\n")
            .Write("rows.dat", "abc\n").Write("gone.dat", "abc\n").Write("x.gone", "abc\n").Write("sub/here.txt", "abc\n").Write("sub/deep/here.txt", "abc\n")
            .Write("d.txt", "one\n").Write("s.txt", "one\n").Write("staged.dat", "one\n").Commit("Second");
        repository.Write("s.txt", "one\ntwo\n").Write("staged.dat", "two\n").Git("add", "s.txt", "staged.dat");
        repository.Write("s.txt", "one\ntwo\nthree\n").Write("rows.dat", "abd\n").Write("x.gone", "abd\n").Write("sub/here.txt", "abd\n").Write("sub/deep/here.txt", "abd\n");
        File.Delete(repository.PathOf("d.txt"));
        File.Delete(repository.PathOf("gone.dat"));

        var result = WithoutGit();

        using var run = store.ReadOnly("CLS-1");
        Assert.Contains("whether 3 files differ that may be stored through a filter, an encoding or ident (rows.dat, sub/here.txt, x.gone)", result.Errors);
        using var clone = Patched(Text(run, "source_code/diff"));
        Assert.Equal("one\ntwo\nthree\n", File.ReadAllText(clone.PathOf("s.txt")));
        Assert.Equal(("two\n", "abd\n"), (File.ReadAllText(clone.PathOf("staged.dat")), File.ReadAllText(clone.PathOf("sub/deep/here.txt"))));
        Assert.Equal((false, false), (File.Exists(clone.PathOf("d.txt")), File.Exists(clone.PathOf("gone.dat"))));
        Assert.Equal("abc\n", File.ReadAllText(clone.PathOf("rows.dat")));
    }

    [Theory]
    [InlineData("core.abbrev", "5")]
    [InlineData("diff.noprefix", "true")]
    [InlineData("diff.mnemonicPrefix", "true")]
    [InlineData("diff.renames", "copies")]
    [InlineData("diff.context", "0")]
    [InlineData("diff.interHunkContext", "9")]
    public void Without_git_no_setting_makes_a_patch_that_does_not_apply(string setting, string value)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Names have no such signs there.");
        string[] names = ["a/b.txt", "with blank.txt", "größe.txt", "tab\t\"quoted\".txt", "end\""];
        foreach (var name in names)
            repository.Write(name, "one\n--- a/x\n");
        repository.Write("old.txt", "moved\nmoved\nmoved\n").Commit("Second").Git("config", setting, value);
        foreach (var name in names)
            repository.Write(name, "two\n--- a/x\n").Write(name + ".new", "new\n").Write(name + ".empty", "");
        repository.Git("add", ".");
        repository.Git("mv", "old.txt", "new name.txt");
        Run("chmod", "+x", repository.PathOf("train.cs"));

        var result = WithoutGit();

        Assert.Equal("", result.Errors);
        using var run = store.ReadOnly("CLS-1");
        using var clone = Patched(Text(run, "source_code/diff"));
        Assert.All(names, name => Assert.Equal(("two\n--- a/x\n", "new\n", ""), (File.ReadAllText(clone.PathOf(name)), File.ReadAllText(clone.PathOf(name + ".new")), File.ReadAllText(clone.PathOf(name + ".empty")))));
        Assert.Equal((false, true), (File.Exists(clone.PathOf("old.txt")), File.Exists(clone.PathOf("new name.txt"))));
        Assert.Contains("mode change 100644 => 100755 train.cs", clone.Git("diff", "--summary"));
    }

    [Theory]
    [InlineData("--split-index")]
    [InlineData("--sparse-index")]
    public void Without_git_an_index_that_cannot_be_read_leaves_the_commit(string kind)
    {
        repository.Write("kept/a.cs", "one\n").Write("away/b.cs", "one\n").Commit("Second");
        if (kind == "--split-index")
            repository.Git("update-index", kind);
        else
            repository.Git("sparse-checkout", "set", kind, "kept");

        var result = WithoutGit();

        using var run = store.ReadOnly("CLS-1");
        Assert.Equal(repository.Head, run["source_code/git"].Fetch<GitRefInfo>().CommitId);
        Assert.False(run.Exists("source_code/diff"));
        Assert.Contains("Install git", result.Errors);
    }

    [Fact]
    public void Without_git_nothing_is_refused_before_the_first_commit()
    {
        using var empty = new GitRepository();
        empty.Write("a.cs", "one\n").Git("add", "a.cs");

        Child.RunToEnd(store.Home, new Dictionary<string, string?> { ["PATH"] = "/nowhere" }, "capture-git", empty.Folder);

        using var run = store.ReadOnly("CLS-1");
        Assert.Contains("+one", Text(run, "source_code/diff"));
    }

    public void Dispose()
    {
        repository.Dispose();
        store.Dispose();
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    private GitRepository Patched(string patch)
    {
        var clone = repository.Clone(repository.Head);
        var file = clone.Folder + ".patch";
        File.WriteAllText(file, patch);
        clone.Git("apply", file);
        File.Delete(file);
        return clone;
    }

    private ChildResult WithoutGit() => Child.RunToEnd(store.Home, new Dictionary<string, string?> { ["PATH"] = "/nowhere" }, "capture-git", repository.Folder);

    private string Script(string name, string content)
    {
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(store.Home, "programs")).FullName, name);
        File.WriteAllText(file, $"#!/bin/sh\n{content}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return file;
    }

    private string Recorded(string path)
    {
        var run = store.Run(with: o => o.GitRef = new() { RepositoryPath = repository.Folder });
        run.Stop();
        using var stopped = store.ReadOnly(run.Id);
        return stopped.Exists(path) ? Text(stopped, path) : "";
    }

    private string Text(Run run, string path)
    {
        var file = Path.Combine(store.Home, Guid.NewGuid().ToString());
        run[path].Download(file);
        return File.ReadAllText(file);
    }
}
