namespace Neptune.Cli.Output;

/// <summary>The characters by which text steers a terminal instead of standing on it: the controls C0 and C1, and those that turn the direction of what follows.</summary>
internal static class Steering
{
    public static bool Is(char c) => char.IsControl(c) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
