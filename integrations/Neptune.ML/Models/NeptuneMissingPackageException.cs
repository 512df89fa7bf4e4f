namespace Neptune.ML;

/// <summary>A model that needs a package of ML.NET that the program does not reference.</summary>
public sealed class NeptuneMissingPackageException : NeptuneException
{
    internal NeptuneMissingPackageException(string message, string assembly, Exception innerException)
        : base(message, innerException) => Package = assembly;

    /// <summary>The package to reference, such as <c>Microsoft.ML.FastTree</c>.</summary>
    public string Package { get; }
}
