using System.Collections;
using Neptune.Values;

namespace Neptune.Tests.Values;

/// <summary>No type of the framework becomes a bag of what its properties happen to say, such as ValueKind, Length or HasValue.</summary>
public sealed class FrameworkTypeTests
{
    [Fact]
    public void A_value_of_the_framework_is_one_field_or_a_dictionary_or_refused()
    {
        var types = 0;
        foreach (var value in FrameworkTypes.Values)
        {
            types++;
            var paths = Paths(value);

            if (value is not IEnumerable && !IsPair(value.GetType()))
                Assert.True(paths is null or ["x"], $"{value.GetType()} becomes {string.Join(", ", paths ?? [])}");
        }

        Assert.True(types > 1000, $"Only {types} types were found.");
    }

    [Fact]
    public void What_is_refused_is_refused_in_lists_and_dictionaries_too()
    {
        foreach (var value in FrameworkTypes.Values.Where(value => Paths(value) is null))
        {
            Assert.Null(Paths(new[] { value }));
            Assert.Null(Paths(new Dictionary<string, object?> { ["a"] = 1, ["b"] = value }));
        }
    }

    private static IReadOnlyList<string>? Paths(object value)
    {
        try
        {
            return [.. Leaves.Of("x", value).Select(leaf => leaf.Path)];
        }
        catch (NeptuneUnsupportedValueException e) when (e.Path.StartsWith('x'))
        {
            return null;
        }
    }

    private static bool IsPair(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>);
}
