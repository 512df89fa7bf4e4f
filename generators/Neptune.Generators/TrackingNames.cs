namespace Neptune.Generators;

/// <summary>The steps of the generator, by which tests tell which of them ran again.</summary>
internal static class TrackingNames
{
    public const string Namespaces = nameof(Namespaces);
    public const string Features = nameof(Features);
    public const string Outputs = nameof(Outputs);
}
