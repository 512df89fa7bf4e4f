namespace Neptune;

/// <summary>A file at the end of links: the framework tells size and times of a link itself.</summary>
internal static class FollowedFile
{
    public static FileInfo At(string path)
    {
        var file = new FileInfo(path);
        return file.LinkTarget is null ? file : (FileInfo)file.ResolveLinkTarget(returnFinalTarget: true)!;
    }
}
