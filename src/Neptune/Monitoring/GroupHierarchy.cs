namespace Neptune.Monitoring;

/// <summary>Where the control groups of this process are: <c>/proc/self/cgroup</c> names them, <c>/proc/self/mountinfo</c> says where they are mounted.</summary>
internal sealed class GroupHierarchy
{
    private const string Version2 = "";

    private readonly string root;
    private readonly Dictionary<string, string> groups = [];
    private readonly Dictionary<string, (string Root, string Folder)> mounts = [];

    private GroupHierarchy(string root) => this.root = root;

    /// <returns><see langword="null"/> where there are no control groups.</returns>
    public static GroupHierarchy? Find(string root)
    {
        var (own, mounted) = (Path.Combine(root, "proc/self/cgroup"), Path.Combine(root, "proc/self/mountinfo"));
        if (!File.Exists(own) || !File.Exists(mounted))
            return null;
        var hierarchy = new GroupHierarchy(root);
        foreach (var line in File.ReadLines(own))
            hierarchy.AddGroup(line);
        foreach (var line in File.ReadLines(mounted))
            hierarchy.AddMount(line);
        return hierarchy;
    }

    /// <summary>The folders of the process's group and of the groups above it, as far as they can be seen from here.</summary>
    public IEnumerable<string> Levels(string controller)
    {
        if (Own(controller) is not var (mount, relative))
            yield break;
        for (var path = relative; path.Length > 0; path = path[..path.LastIndexOf('/')])
        {
            if (Directory.Exists(mount + path))
                yield return mount + path;
        }
        yield return mount;
    }

    /// <summary>The folder of the same group in the hierarchy of another controller.</summary>
    public string? Sibling(string controller, string folder, string other) =>
        Own(controller) is var (mount, _) && Own(other) is var (otherMount, _) ? otherMount + folder[mount.Length..] : null;

    /// <summary>Version 1 when it has the controller, else version 2.</summary>
    private (string Mount, string Relative)? Own(string controller)
    {
        var key = groups.ContainsKey(controller) && mounts.ContainsKey(controller) ? controller : Version2;
        if (!groups.TryGetValue(key, out var group) || !mounts.TryGetValue(key, out var mount))
            return null;
        // A container sees its own group at the mount, while its name may still be the one that the machine gave it.
        if (mount.Root != "/" && group.StartsWith(mount.Root, StringComparison.Ordinal))
            group = group[mount.Root.Length..];
        return (mount.Folder, group.Contains("..", StringComparison.Ordinal) ? "" : group.TrimEnd('/'));
    }

    private void AddGroup(string line)
    {
        if (line.Split(':', 3) is not [_, var controllers, var path])
            return;
        foreach (var controller in controllers.Split(','))
            groups[controller] = path;
    }

    private void AddMount(string line)
    {
        if (line.Split(" - ", 2) is not [var left, var right] || left.Split(' ') is not [_, _, _, var mountRoot, var folder, ..] || right.Split(' ') is not [var type, _, var options])
            return;
        var at = (mountRoot, Path.Combine(root, folder.TrimStart('/')));
        if (type == "cgroup2")
            mounts.TryAdd(Version2, at);
        else if (type == "cgroup")
        {
            foreach (var controller in options.Split(','))
                mounts.TryAdd(controller, at);
        }
    }
}
