using Neptune.Cli.Output;
using Neptune.Cli.Stores;
using Neptune.Registry;

namespace Neptune.Cli.Editing;

/// <summary>Changes what people say about an object, through the object API: as a program would that opens it, changes a field and stops.</summary>
/// <param name="Store">The store, to read from.</param>
/// <param name="Record">The object.</param>
internal sealed record ObjectEdit(Store Store, ObjectRecord Record)
{
    /// <exception cref="NeptuneNotFoundException">There is no such object.</exception>
    /// <exception cref="NeptuneOptionsException">It is in the trash.</exception>
    public static ObjectEdit Of(Store store, string id, string? project)
    {
        var record = store.RequireObject(id, project);
        return record.Trashed
            ? throw new NeptuneOptionsException($"{record.SysId} is in the trash. `neptune restore {record.SysId}` takes it out.")
            : new(store, record);
    }

    public string Text(string path) => Store.ReadField(Record.Uid, path)?.Scalar?.Text ?? "";

    /// <exception cref="NeptuneException">The object cannot be opened, or refuses the change.</exception>
    public void Run(Terminal terminal, Action<NeptuneObject> change)
    {
        var log = new WarningLog();
        using (var target = Open(new(Store.Folder, Record.Project.ToString(), ConnectionMode.Sync, log)))
            change(target);
        foreach (var warning in log.Warnings)
            terminal.Complain($"warning: {warning}");
    }

    private NeptuneObject Open(StoreSettings settings) => Record.Kind switch
    {
        ObjectKind.Run => Neptune.Run.Init(Fill(settings, Neptune.Run.Silent())),
        ObjectKind.Model => Model.Init(Fill(settings, new ModelOptions())),
        ObjectKind.ModelVersion => ModelVersion.Init(Fill(settings, new ModelVersionOptions())),
        _ => Project.Init(Fill(settings, new ProjectOptions())),
    };

    private T Fill<T>(StoreSettings settings, T options)
        where T : ObjectOptions
    {
        (options.WithId, options.LeavesState) = (Record.SysId, true);
        return settings.Fill(options);
    }
}
