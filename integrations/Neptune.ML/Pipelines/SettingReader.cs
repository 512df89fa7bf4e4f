using System.Collections;
using System.Reflection;
using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace Neptune.ML.Pipelines;

/// <summary>
/// Reads what a stage was made with. Options objects show their values in public; all other stages are read field by field, whoever wrote
/// them: values as they are, ML.NET's objects and those of the stage's own assembly by going into them, the rest not at all.
/// </summary>
internal sealed class SettingReader
{
    private const int MaximumDepth = 5;
    private const int MaximumItems = 100;

    private readonly Assembly own;
    private readonly HashSet<object> seen = new(ReferenceEqualityComparer.Instance);
    private readonly List<Setting> settings = [];

    private SettingReader(Assembly own) => this.own = own;

    /// <summary>The values in the public fields and properties of an options object.</summary>
    public static IReadOnlyList<Setting> OfOptions(object options)
    {
        var reader = new SettingReader(options.GetType().Assembly);
        reader.VisitMembers(options, "", 0, Members.PublicValues(options));
        return reader.settings;
    }

    /// <summary>The values in the fields of a stage, whatever their visibility.</summary>
    /// <param name="skip">Objects that are logged in another way, such as an inner trainer.</param>
    public static IReadOnlyList<Setting> OfStage(object stage, params IEnumerable<object> skip)
    {
        var reader = new SettingReader(stage.GetType().Assembly);
        reader.seen.UnionWith(skip);
        reader.VisitMembers(stage, "", 0, Members.FieldValues(stage));
        return reader.settings;
    }

    private void VisitMembers(object holder, string path, int depth, IEnumerable<Member> members)
    {
        if (!seen.Add(holder))
            return;
        foreach (var member in members)
            Visit(member.Value, member.Type, path.Length == 0 ? member.Name : $"{path}/{member.Name}", depth + 1);
    }

    private void Visit(object? value, Type declared, string path, int depth)
    {
        if (value is null or "" or SchemaShape.Column { Name: null } || depth > MaximumDepth || IsMachinery(value))
            return;
        if (SettingValue.Of(value) is { } simple)
            settings.Add(new(path, simple));
        else if (value is IEnumerable items && IsCollection(value.GetType()))
            VisitItems(items, path, depth);
        else if (IsFollowed(value.GetType()))
            VisitObject(value, declared, path, depth);
    }

    private void VisitItems(IEnumerable items, string path, int depth)
    {
        object?[] all = [.. items.Cast<object?>().Take(MaximumItems + 1)];
        if (all.Length == 0)
            return;
        var declared = items.GetType().GetElementType() ?? typeof(object);
        if (all.All(item => item is not null && SettingValue.Of(item) is not null))
        {
            var text = string.Join(", ", all.Take(MaximumItems).Select(item => SettingValue.Text(item!)));
            settings.Add(new(path, all.Length > MaximumItems ? text + ", …" : text));
            return;
        }
        for (var i = 0; i < Math.Min(all.Length, MaximumItems); i++)
            Visit(all[i], declared, $"{path}/{i}", depth);
    }

    /// <summary>Where different objects are possible, such as loss functions, which one it is, is a value too.</summary>
    private void VisitObject(object value, Type declared, string path, int depth)
    {
        var before = settings.Count;
        var isChoice = value.GetType() != declared && !seen.Contains(value);
        VisitMembers(value, path, depth, Members.FieldValues(value));
        if (isChoice)
            settings.Insert(before, new(settings.Count == before ? path : $"{path}/type", NameOf(value.GetType())));
    }

    private static string NameOf(Type type) => type.DeclaringType is { IsGenericType: false } outer ? $"{outer.Name}.{type.Name}" : type.Name;

    /// <summary>Lists and dictionaries of the runtime. Other things that can be enumerated hold data, or do work when they are.</summary>
    private static bool IsCollection(Type type) => type.IsArray || type.Namespace?.StartsWith("System.Collections", StringComparison.Ordinal) == true;

    private bool IsFollowed(Type type) => type.Assembly == own || type.Namespace?.StartsWith("Microsoft.ML", StringComparison.Ordinal) == true;

    private static bool IsMachinery(object value) => value is IHostEnvironment or Delegate or IDataView or Type or MemberInfo or Random or ITransformer or DataViewSchema or TrainerInfo or Stream;
}
