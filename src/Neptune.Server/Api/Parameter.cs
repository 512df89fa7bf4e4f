using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http;

namespace Neptune.Server.Api;

/// <summary>
/// A parameter in the query of an address. The framework takes two numbers of one name for one number, answers what it cannot read without naming it, and
/// throws in development; so each is looked at before it does.
/// </summary>
internal sealed record Parameter(string Name, Type Type, bool IsRequired, bool IsRepeatable)
{
    /// <summary>Those of an endpoint's method that may be in the query: texts, numbers, yes or no.</summary>
    public static Parameter[] Of(MethodInfo method) =>
        [.. method.GetParameters().Select(Of).Where(parameter => parameter.Type == typeof(string) || parameter.Type == typeof(double) || parameter.Type == typeof(int) || parameter.Type == typeof(bool))];

    /// <exception cref="NeptuneOptionsException">It is missing, there twice, or of another type.</exception>
    public void Check(HttpRequest request)
    {
        if (request.RouteValues.ContainsKey(Name))
            return;
        var given = request.Query[Name];
        if (given.Count == 0 && IsRequired)
            throw new NeptuneOptionsException($"The parameter {Name} is missing from the address.");
        if (given.Count > 1 && !IsRepeatable)
            throw new NeptuneOptionsException($"The parameter {Name} is {given.Count} times in the address; it can be there once.");
        if (given is [{ } text] && Expected(text) is { } expected)
            throw new NeptuneOptionsException($"The parameter {Name} is \"{text}\"; it is {expected}.");
    }

    private static Parameter Of(ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return new(parameter.Name!, type.IsArray ? type.GetElementType()! : type, !parameter.HasDefaultValue, type.IsArray);
    }

    /// <summary>What the text is not; NaN is no place in a series and no limit.</summary>
    private string? Expected(string text) => Type switch
    {
        _ when Type == typeof(int) && !int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) => "a whole number",
        _ when Type == typeof(double) && !(double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && !double.IsNaN(number)) => "a number",
        _ when Type == typeof(bool) && !bool.TryParse(text, out _) => "true or false",
        _ => null,
    };
}
