namespace Neptune;

/// <summary>How lists and arrays among assigned values are kept; no field type holds a list.</summary>
public enum ListFormat
{
    /// <summary>One string field with JSON text: <c>[0.9,0.999]</c>.</summary>
    JsonText = 0,

    /// <summary>One field per element, named <c>0</c>, <c>1</c>, … below the path; an empty list is kept as the text <c>[]</c>.</summary>
    Fields = 1,
}
