using Neptune.Journal;

namespace Neptune.Pumping;

/// <summary>The ids that objects got offline with those that they have in the store: what was logged offline may name another object that was made so.</summary>
internal sealed class ProvisionalIds
{
    private readonly Dictionary<(string Project, string Id), string> known = [];

    public void Add(JournalInfo made, string id) => known[(made.Project, made.Id)] = id;

    /// <summary>The operation with the ids that objects of the project have now, where a string or a tag is such an id.</summary>
    public Operation Resolve(string project, Operation operation) => operation switch
    {
        AssignOperation { Value: { Type: FieldType.String, Text: { } text } } assign => assign with { Value = ScalarValue.String(Resolve(project, text)) },
        AddStringsOperation add => add with { Values = [.. add.Values.Select(value => Resolve(project, value))] },
        _ => operation,
    };

    private string Resolve(string project, string text) => known.GetValueOrDefault((project, text), text);
}
