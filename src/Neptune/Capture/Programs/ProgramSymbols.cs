using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Neptune.Capture.Programs;

/// <summary>What the portable PDB of a program knows of its sources: inside the assembly, or beside it.</summary>
/// <param name="Documents">The paths of the sources where it was built.</param>
/// <param name="Entrypoint">The one with <c>Main</c>.</param>
internal sealed record ProgramSymbols(IReadOnlyList<string> Documents, string? Entrypoint)
{
    private const string AsyncMain = "Main";
    private const string AsyncTopLevelMain = "<Main>$";

    /// <returns><see langword="null"/> when there are no symbols.</returns>
    /// <exception cref="BadImageFormatException">The assembly or its symbols are damaged.</exception>
    public static ProgramSymbols? Read(RunningProgram program)
    {
        if (program.OpenAssembly() is not { } assembly)
            return null;
        using var image = new PEReader(assembly);
        if (!image.TryOpenAssociatedPortablePdb(program.AssemblyPath, path => File.Exists(path) ? File.OpenRead(path) : null, out var provider, out _))
            return null;
        using (provider)
        {
            var symbols = provider!.GetMetadataReader();
            return new ProgramSymbols([.. symbols.Documents.Select(document => NameOf(symbols, document))], EntrypointOf(image, symbols));
        }
    }

    private static string? EntrypointOf(PEReader image, MetadataReader symbols)
    {
        if (image.PEHeaders.CorHeader is not { EntryPointTokenOrRelativeVirtualAddress: not 0 and var token } || MetadataTokens.EntityHandle(token) is not { Kind: HandleKind.MethodDefinition } entity)
            return null;
        var entry = (MethodDefinitionHandle)entity;
        var document = symbols.GetMethodDebugInformation(entry.ToDebugInformationHandle()).Document;
        if (document.IsNil)
            document = AsyncEntrypoint(image.GetMetadataReader(), symbols, entry);
        return document.IsNil ? null : NameOf(symbols, document);
    }

    /// <summary>The entry point of an asynchronous program is made by the compiler; its source is that of the state machine of <c>Main</c>.</summary>
    private static DocumentHandle AsyncEntrypoint(MetadataReader program, MetadataReader symbols, MethodDefinitionHandle entry)
    {
        var type = program.GetMethodDefinition(entry).GetDeclaringType();
        foreach (var handle in symbols.MethodDebugInformation)
        {
            var method = symbols.GetMethodDebugInformation(handle);
            if (method.GetStateMachineKickoffMethod() is { IsNil: false } kickoff
                && program.GetMethodDefinition(kickoff) is var main
                && main.GetDeclaringType() == type
                && program.GetString(main.Name) is AsyncMain or AsyncTopLevelMain)
            {
                return method.Document;
            }
        }
        return default;
    }

    private static string NameOf(MetadataReader symbols, DocumentHandle document) => symbols.GetString(symbols.GetDocument(document).Name);
}
