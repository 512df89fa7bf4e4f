using System.Security.Cryptography;

namespace Neptune.MSBuild.Registration;

/// <summary>The content of a file as the registry knows it: its SHA-256 in lower-case hexadecimal.</summary>
internal static class FileHash
{
    public static string Of(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
