using Microsoft.Build.Framework;

namespace Neptune.MSBuild.Items;

/// <summary>All that a project says about models, with one meaning for every name.</summary>
internal sealed record ProjectItems(IReadOnlyList<ModelItem> Models, IReadOnlyList<ReferenceItem> References, IReadOnlyList<GateItem> Gates)
{
    /// <exception cref="BuildProblemException">An item misses something, or two have one name.</exception>
    public static ProjectItems Parse(ITaskItem[] models, ITaskItem[] references, ITaskItem[] gates, string projectFolder)
    {
        ProjectItems items = new(
            [.. models.Select(item => ModelItem.Parse(item, projectFolder))],
            [.. references.Select(ReferenceItem.Parse)],
            [.. gates.Select(GateItem.Parse)]);

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, source) in items.Models.Select(model => (model.Key, model.Source)).Concat(items.References.Select(reference => (reference.Name, reference.Source))))
        {
            if (!names.Add(name))
                throw source.Problem(Codes.NamedTwice, $"The project has two models {name}. Keep one, or give a reference a name of its own: <{ReferenceItem.Type} Include=\"{name}Next\" Key=\"{name}\" … />.");
        }
        foreach (var gate in items.Gates.Where(gate => !names.Contains(gate.Name)))
            throw gate.Source.Problem(Codes.BadItem, $"{GateItem.Type} {gate.Name} checks a model that the project does not have. Name one that a {ModelItem.Type} or a {ReferenceItem.Type} has.");
        return items;
    }
}
