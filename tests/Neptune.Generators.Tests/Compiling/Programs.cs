using System.Reflection;
using System.Runtime.Loader;

namespace Neptune.Generators.Tests.Compiling;

/// <summary>Runs compiled programs, one after the other, for they share the console.</summary>
internal static class Programs
{
    private static readonly Lock Console = new();

    public static string Run(byte[] program, IReadOnlyList<byte[]> libraries)
    {
        var context = new AssemblyLoadContext("program", isCollectible: false);
        Assembly[] loaded = [.. libraries.Select(library => context.LoadFromStream(new MemoryStream(library)))];
        context.Resolving += (_, name) => loaded.FirstOrDefault(assembly => assembly.GetName().Name == name.Name);
        var entry = context.LoadFromStream(new MemoryStream(program)).EntryPoint!;
        using var printed = new StringWriter();
        lock (Console)
        {
            var before = System.Console.Out;
            System.Console.SetOut(printed);
            try
            {
                entry.Invoke(null, entry.GetParameters().Length == 0 ? null : [Array.Empty<string>()]);
            }
            finally
            {
                System.Console.SetOut(before);
            }
        }
        return printed.ToString().ReplaceLineEndings("\n").TrimEnd();
    }
}
