using System.Text;

namespace Neptune.Tests.Capture;

/// <summary>The recorded patch, applied to a fresh clone of the recorded commit, gives the work tree.</summary>
public sealed class GitPatchTests : IDisposable
{
    private readonly TemporaryStore store = new();
    private readonly GitRepository repository = new();
    private readonly List<IDisposable> clones = [];

    [Fact]
    public void Of_binary_files()
    {
        repository.Write("a.bin", [0, 1, 2, 3]).Write("gone.bin", [0, 9]).Write("train.cs", "one\n").Commit("First");
        repository.Write("a.bin", [0, 1, 3, 255]).Write("train.cs", "two\n").Write("new.bin", [0, 255, 10]).Write("latin.txt", Encoding.Latin1.GetBytes("Größe\n")).Git("add", "new.bin", "latin.txt");
        File.Delete(repository.PathOf("gone.bin"));

        AssertGivesTheWorkTree();
    }

    [Fact]
    public void Of_modes_and_links()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has neither.");
        repository.Write("run.sh", "#!/bin/sh\n").Write("plain.txt", "x\n").Write("target", "t\n");
        File.CreateSymbolicLink(repository.PathOf("link"), "target");
        File.CreateSymbolicLink(repository.PathOf("to-be-file"), "target");
        repository.Commit("First");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(repository.PathOf("run.sh"), (UnixFileMode)0b111_101_101);
        File.Delete(repository.PathOf("link"));
        File.CreateSymbolicLink(repository.PathOf("link"), "../elsewhere");
        File.Delete(repository.PathOf("to-be-file"));
        repository.Write("to-be-file", "now a file\n");
        File.Delete(repository.PathOf("plain.txt"));
        File.CreateSymbolicLink(repository.PathOf("plain.txt"), "target");

        AssertGivesTheWorkTree();
    }

    [Fact]
    public void Of_renamed_deleted_and_added_files()
    {
        repository.Write("old/name.cs", Lines(100)).Write("gone.cs", "x\n").Write("copied.cs", Lines(50)).Commit("First");
        repository.Git("mv", "old/name.cs", "moved.cs");
        repository.Write("moved.cs", Lines(100) + "more\n").Write("copy.cs", Lines(50)).Write("copied.cs", Lines(51)).Write("intended.cs", "i\n").Write("empty.cs", "").Git("add", "copy.cs", "empty.cs");
        repository.Git("add", "--intent-to-add", "intended.cs");
        repository.Git("rm", "--quiet", "gone.cs");

        AssertGivesTheWorkTree();
    }

    [Fact]
    public void Of_files_with_any_name()
    {
        string[] names = ["two words.txt", "größe 数.txt", "-dash.txt", "a'b.txt", .. OperatingSystem.IsWindows() ? (string[])[] : ["q\"uote.txt", "tab\there.txt", "new\nline.txt", "back\\slash.txt", "star*.txt", ":(top)x.txt"]];
        foreach (var name in names)
            repository.Write(name, "one\n");
        repository.Commit("First");
        foreach (var name in names)
            repository.Write(name, "two\n").Write("new " + name, "new\n");
        repository.Git("add", "--all");

        AssertGivesTheWorkTree();
    }

    [Theory]
    [InlineData("* text eol=crlf\n")]
    [InlineData("* text=auto eol=lf\n")]
    [InlineData("* -text\n")]
    [InlineData("")]
    public void Of_line_ends_of_any_kind(string attributes)
    {
        repository.Write(".gitattributes", attributes).Write("a.txt", "one\r\ntwo\r\n").Write("b.txt", "one\r\ntwo\n").Write("end.txt", "no line end").Commit("First");
        foreach (var file in (string[])[".gitattributes", "a.txt", "b.txt"])
            File.Delete(repository.PathOf(file));
        repository.Git("checkout", "--quiet", "--", ".");
        repository.Write("a.txt", File.ReadAllText(repository.PathOf("a.txt")).Replace("two", "three")).Write("end.txt", "still no line end");

        AssertGivesTheWorkTree();
    }

    [Fact]
    public void Of_files_that_a_filter_stores_in_another_form()
    {
        Filter();
        repository.Write(".gitattributes", "*.dat filter=shifted\n").Write("rows.dat", "abc\n").Write("other.dat", "xyz\n").Commit("First");
        repository.Write("rows.dat", "abd\n");

        var patch = AssertGivesTheWorkTree();

        Assert.Contains("+noq", patch);
        Assert.DoesNotContain("other.dat", patch);
    }

    [Fact]
    public void Of_files_that_are_encoded_on_their_way()
    {
        repository.Write(".gitattributes", "*.txt working-tree-encoding=UTF-16LE-BOM\n").Write("a.txt", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("one\nGröße\n")]).Commit("First");
        repository.Write("a.txt", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("two\nGröße\n")]);

        AssertGivesTheWorkTree();
    }

    [Theory]
    [InlineData("--cone")]
    [InlineData("--no-cone")]
    [InlineData("--sparse-index")]
    public void Of_a_sparse_checkout(string kind)
    {
        repository.Write("kept/a.cs", "one\n").Write("away/b.cs", "one\n").Write("top.cs", "one\n").Commit("First");
        repository.Git("sparse-checkout", "set", kind, "kept");
        Assert.False(File.Exists(repository.PathOf("away/b.cs")));
        repository.Write("kept/a.cs", "two\n");

        var patch = AssertGivesTheWorkTree();

        Assert.DoesNotContain("away", patch);
        Assert.True(File.Exists(Path.Combine(((GitRepository)clones[0]).Folder, "away", "b.cs")));
    }

    [Fact]
    public void Of_a_split_index()
    {
        repository.Write("a.cs", "one\n").Write("b.cs", "one\n").Commit("First");
        repository.Git("update-index", "--split-index");
        repository.Write("a.cs", "two\n").Git("add", "a.cs");
        repository.Write("b.cs", "two\n");

        AssertGivesTheWorkTree();
    }

    [Fact]
    public void Of_a_linked_work_tree()
    {
        repository.Write("a.cs", "one\n").Commit("First");
        var linked = Path.Combine(store.Home, "linked");
        repository.Git("worktree", "add", "--quiet", "--detach", linked);
        File.WriteAllText(Path.Combine(linked, "a.cs"), "two\n");

        using var run = Recorded(linked);

        Assert.Null(run["source_code/git"].Fetch<GitRefInfo>().CurrentBranch);
        Assert.Contains("+two", Patch(run));
    }

    [Fact]
    public void Before_the_first_commit()
    {
        repository.Write("a.cs", "one\n").Write("b.bin", [0, 1]).Git("add", "--all");

        using var run = Recorded();

        Assert.False(run.Exists("source_code/git"));
        using var fresh = new GitRepository();
        Apply(fresh, run, "source_code/diff");
        Assert.Equal(Contents(repository), Contents(fresh));
    }

    [Fact]
    public void In_a_submodule()
    {
        using var library = new GitRepository().Write("lib.cs", "one\n").Write("lib.bin", [0, 1]).Commit("Library");
        repository.Write("a.cs", "one\n").Git("submodule", "--quiet", "add", library.Folder, "libs/my lib");
        repository.Commit("First").Write("a.cs", "two\n").Write("libs/my lib/lib.cs", "committed\n");
        var submodule = repository.PathOf("libs/my lib");
        repository.Git("-C", submodule, "commit", "--quiet", "--all", "--message", "Not pushed");
        repository.Write("libs/my lib/lib.bin", [0, 2]).Write("libs/my lib/untracked.cs", "u\n");

        using var run = Recorded();

        var clone = Clone();
        Apply(clone, run, "source_code/diff");
        Apply(clone, run, "source_code/submodules/libs/my lib/diff", "libs/my lib");
        Assert.Equal("two\n", File.ReadAllText(clone.PathOf("a.cs")));
        Assert.Equal("committed\n", File.ReadAllText(clone.PathOf("libs/my lib/lib.cs")));
        Assert.Equal([0, 2], File.ReadAllBytes(clone.PathOf("libs/my lib/lib.bin")));
        Assert.Equal("untracked.cs\n", Text(run, "source_code/submodules/libs/my lib/untracked"));
    }

    [Fact]
    public void In_a_submodule_whose_work_tree_alone_differs()
    {
        using var library = new GitRepository().Write("lib.cs", "one\n").Commit("Library");
        repository.Git("submodule", "--quiet", "add", library.Folder, "lib");
        repository.Commit("First").Write("lib/lib.cs", "two\n");

        using var run = Recorded();

        Assert.True(run["source_code/git"].Fetch<GitRefInfo>().Dirty);
        Assert.False(run.Exists("source_code/diff"));
        var clone = Clone();
        Apply(clone, run, "source_code/submodules/lib/diff", "lib");
        Assert.Equal("two\n", File.ReadAllText(clone.PathOf("lib/lib.cs")));
    }

    [Fact]
    public void In_the_middle_of_a_merge()
    {
        repository.Write("a.cs", "one\n").Commit("First").Git("checkout", "--quiet", "-b", "other");
        repository.Write("a.cs", "two\n").Commit("Other").Git("checkout", "--quiet", "trunk");
        repository.Write("a.cs", "three\n").Commit("Second");
        Assert.ThrowsAny<Exception>(() => repository.Git("merge", "--quiet", "other"));

        AssertGivesTheWorkTree();
    }

    [Fact]
    public void Without_files_that_would_make_it_too_large()
    {
        Filter();
        const int Large = 50_000_001;
        repository.Write(".gitattributes", "*.dat filter=short\n").Write("a.cs", "one\n").Write("large.bin", [0]).Write("large.dat", "x\n").Commit("First");
        repository.Write("a.cs", "two\n").Write("large.bin", new byte[Large]).Write("large.dat", new byte[Large]);

        using var run = Recorded();

        var clone = Clone();
        Apply(clone, run, "source_code/diff");
        Assert.Equal("two\n", File.ReadAllText(clone.PathOf("a.cs")));
        Assert.Equal([0], File.ReadAllBytes(clone.PathOf("large.bin")));
        var patch = Patch(run);
        Assert.StartsWith($"left out: large.bin ({Large + 1} bytes)\n", patch);
        Assert.Contains("b/large.dat", patch);
    }

    [Theory]
    [InlineData("core.autocrlf", "true")]
    [InlineData("core.quotePath", "false")]
    [InlineData("core.safecrlf", "true")]
    [InlineData("color.ui", "always")]
    [InlineData("diff.noprefix", "true")]
    [InlineData("diff.mnemonicPrefix", "true")]
    [InlineData("diff.context", "0")]
    [InlineData("diff.interHunkContext", "9")]
    [InlineData("diff.renames", "copies")]
    [InlineData("diff.relative", "true")]
    [InlineData("diff.orderFile", "no-such-file")]
    [InlineData("diff.suppressBlankEmpty", "true")]
    [InlineData("diff.submodule", "log")]
    [InlineData("diff.ignoreSubmodules", "all")]
    [InlineData("diff.wsErrorHighlight", "all")]
    [InlineData("diff.algorithm", "patience")]
    [InlineData("status.showUntrackedFiles", "no")]
    [InlineData("status.relativePaths", "false")]
    [InlineData("core.pager", "false")]
    public void Whatever_the_settings_of_its_user_are(string setting, string value)
    {
        repository.Write("größe.cs", Lines(40)).Write("b.bin", [0, 1]).Write("moved.cs", Lines(30)).Commit("First");
        repository.Git("config", setting, value);
        repository.Git("mv", "moved.cs", "folder.cs");
        repository.Write("größe.cs", Lines(40).Replace("line 20\n", "\n")).Write("b.bin", [0, 2]).Write("untracked.cs", "u\n");

        AssertGivesTheWorkTree();

        using var run = Recorded();
        Assert.Equal("untracked.cs\n", Text(run, "source_code/untracked"));
    }

    public void Dispose()
    {
        foreach (var clone in clones)
            clone.Dispose();
        repository.Dispose();
        store.Dispose();
    }

    private static string Lines(int count) => string.Concat(Enumerable.Range(0, count).Select(i => $"line {i}\n"));

    /// <summary>Filters that are programs of every Unix, and of git for Windows.</summary>
    private void Filter()
    {
        repository.Git("config", "filter.shifted.clean", "tr a-z n-za-m");
        repository.Git("config", "filter.shifted.smudge", "tr a-z n-za-m");
        repository.Git("config", "filter.short.clean", "head -c 5");
    }

    private string AssertGivesTheWorkTree()
    {
        using var run = Recorded();

        var clone = Clone();
        Apply(clone, run, "source_code/diff");
        var outside = repository.Git("ls-files", "-t", "-z").Split('\0').Where(file => file.StartsWith("S ", StringComparison.Ordinal)).Select(file => file[2..]).ToHashSet();
        Assert.Equal(Contents(repository), Contents(clone).Where(file => !outside.Contains(file.Key)));
        return Patch(run);
    }

    /// <summary>The tracked files that are in the work tree, or of a clone all: a link with its target, a file with its content and whether it can be run.</summary>
    private static SortedDictionary<string, string> Contents(GitRepository tree) =>
        new(tree.Git("ls-files", "-z", "--cached", "--others").Split('\0', StringSplitOptions.RemoveEmptyEntries).Distinct()
            .Where(file => !file.StartsWith("untracked", StringComparison.Ordinal) && new FileInfo(tree.PathOf(file)) is { } info && (info.Exists || info.LinkTarget is not null))
            .ToDictionary(file => file, file => new FileInfo(tree.PathOf(file)) is { LinkTarget: { } target } ? $"-> {target}" : $"{IsExecutable(tree.PathOf(file))} {Convert.ToHexString(File.ReadAllBytes(tree.PathOf(file)))}"), StringComparer.Ordinal);

    private static bool IsExecutable(string file) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & UnixFileMode.UserExecute) != 0;

    private GitRepository Clone()
    {
        var clone = repository.Clone(repository.Head);
        clones.Add(clone);
        return clone;
    }

    private void Apply(GitRepository clone, Run run, string path, string folder = ".")
    {
        var file = Path.Combine(store.Home, Guid.NewGuid() + ".patch");
        run[path].Download(file);
        clone.Git("-C", clone.PathOf(folder), "apply", "--whitespace=nowarn", file);
    }

    private Run Recorded(string? folder = null)
    {
        var log = new CollectingLogger();
        var run = store.Run(with: o => (o.GitRef, o.Logger) = (new() { RepositoryPath = folder ?? repository.Folder }, log));
        run.Stop();
        Assert.DoesNotContain(log.Messages, message => message.Contains("git capture", StringComparison.Ordinal));
        return store.ReadOnly(run.Id);
    }

    private string Patch(Run run) => Text(run, "source_code/diff");

    private string Text(Run run, string path)
    {
        var file = Path.Combine(store.Home, Guid.NewGuid().ToString());
        run[path].Download(file);
        return File.ReadAllText(file);
    }
}
