namespace Neptune;

/// <summary>Where a file of an artifact is.</summary>
/// <remarks>The numbers are stored and never change; the names are those of the artifact hash.</remarks>
public enum ArtifactFileType
{
    /// <summary>On a disk of the machine that tracked it.</summary>
    Local = 1,

    /// <summary>In an S3 bucket.</summary>
    S3 = 2,
}
