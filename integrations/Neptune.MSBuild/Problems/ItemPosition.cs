using System.Xml;
using System.Xml.Linq;
using Microsoft.Build.Framework;

namespace Neptune.MSBuild.Problems;

/// <summary>Finds the line that an item comes from. MSBuild tells tasks only the file, so the file is read again, when there is a problem to report.</summary>
internal static class ItemPosition
{
    /// <param name="item">The item.</param>
    /// <param name="type">The item's type.</param>
    public static Position? Of(ITaskItem item, string type)
    {
        if (item.GetMetadata("DefiningProjectFullPath") is not { Length: > 0 } file)
            return null;
        return Find(file, item, type) is IXmlLineInfo line && line.HasLineInfo() ? new(file, line.LineNumber, line.LinePosition) : new(file, 0, 0);
    }

    /// <summary>The element whose Include is the item as it stands, of several the one that says the same of it; else the one that may have made it by a property or a wildcard.</summary>
    private static XElement? Find(string file, ITaskItem item, string type)
    {
        try
        {
            List<XElement> elements = [.. XDocument.Load(file, LoadOptions.SetLineInfo).Descendants().Where(element => element.Name.LocalName == type)];
            return elements.Where(element => Includes(element).Contains(item.ItemSpec)).MaxBy(element => Agreement(element, item))
                ?? elements.Find(element => element.Attribute("Key")?.Value is { } key && key == item.GetMetadata("Key"))
                ?? elements.FirstOrDefault();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or XmlException)
        {
            return null;
        }
    }

    private static int Agreement(XElement element, ITaskItem item) =>
        element.Attributes().Count(attribute => item.GetMetadata(attribute.Name.LocalName) == attribute.Value)
        + element.Elements().Count(child => item.GetMetadata(child.Name.LocalName) == child.Value);

    private static IEnumerable<string> Includes(XElement element) =>
        (element.Attribute("Include")?.Value ?? "").Split(';').Select(part => part.Trim().Replace('\\', '/'));
}
