namespace Neptune.ML.Models;

/// <summary>The fields that a logged model has below its namespace, and those that link it.</summary>
internal static class ModelFields
{
    /// <summary>The namespace that a registered model has in its version.</summary>
    public const string Namespace = "model";

    public const string File = "file";
    public const string Hash = "hash";

    /// <summary>The hash of the file, which versions have that a build registered.</summary>
    public const string Sha256 = "sha256";

    public const string Size = "size";
    public const string MlNet = "mlnet_version";
    public const string Signature = "signature";
    public const string Example = "example";
    public const string Onnx = "onnx";
    public const string Version = "version";
    public const string RunId = "run/id";
}
