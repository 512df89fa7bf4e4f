using Microsoft.Extensions.Logging;

namespace Neptune.Registry;

/// <summary>A store and the way to work with it, for those who open many objects of it.</summary>
/// <param name="Folder">The <c>.neptune</c> folder.</param>
/// <param name="Project">The project's full name, if one is named.</param>
/// <param name="Mode">How to talk to the store.</param>
/// <param name="Logger">Where the library's messages go; the console by default.</param>
internal sealed record StoreSettings(string Folder, string? Project, ConnectionMode Mode, ILogger? Logger)
{
    public StoreSettings ReadOnly => this with { Mode = ConnectionMode.ReadOnly };

    public StoreSettings In(string? project) => project is null ? this : this with { Project = project };

    /// <summary>Options that open an object of the store.</summary>
    public T Fill<T>(T options)
        where T : ObjectOptions
    {
        options.Project = Project;
        options.StorePath = Folder;
        options.Mode = Mode;
        options.Logger = Logger;
        return options;
    }
}
