using System.Security.Cryptography;

namespace Neptune.Registry;

/// <summary>A version that a lock file pins.</summary>
/// <param name="Key">The model's key.</param>
/// <param name="Requested">What was asked for, as <see cref="ModelRequest.Text"/> says it.</param>
/// <param name="Project">The project's full name.</param>
/// <param name="Version">The version's id.</param>
/// <param name="Stage">The stage it was in.</param>
/// <param name="Sha256">The hash of its file.</param>
/// <param name="Size">The file's size in bytes.</param>
/// <param name="Extension">The file's extension, without the dot.</param>
internal sealed record LockedModel(string Key, string Requested, string Project, string Version, ModelStage Stage, string Sha256, long Size, string Extension)
{
    public static LockedModel Of(ModelRequest request, ResolvedModel found) =>
        new(request.Key, request.Text, found.Project, found.Id, found.Stage, found.File.Sha256, found.File.Size, found.File.Extension);

    /// <summary>What a file says becomes names of files: it must be what <see cref="Of"/> makes.</summary>
    /// <exception cref="NeptuneCorruptDataException">It is not.</exception>
    public void Check()
    {
        ModelRequest.Parse(Key, Requested);
        if (Sha256.Length != SHA256.HashSizeInBytes * 2 || !Sha256.All(char.IsAsciiHexDigitLower))
            throw new NeptuneCorruptDataException($"\"{Sha256}\" is no SHA-256 of a version of {Key}.");
        if (Size < 0 || !Extension.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '+'))
            throw new NeptuneCorruptDataException($"A file of {Size} bytes with the extension \"{Extension}\" can be no version of {Key}.");
    }
}
