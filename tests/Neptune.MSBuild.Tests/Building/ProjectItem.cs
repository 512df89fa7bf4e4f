using System.Collections;
using System.Xml.Linq;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Neptune.MSBuild.Tests.Building;

/// <summary>An item as MSBuild hands it to a task: with the project that defines it, and paths from the project's folder.</summary>
internal sealed class ProjectItem : ITaskItem
{
    private readonly string project;
    private readonly TaskItem item;

    public ProjectItem(XElement element, string project)
    {
        this.project = project;
        item = new TaskItem(element.Attribute("Include")!.Value);
        foreach (var attribute in element.Attributes().Where(attribute => attribute.Name != "Include"))
            item.SetMetadata(attribute.Name.LocalName, attribute.Value);
    }

    public string ItemSpec
    {
        get => item.ItemSpec;
        set => item.ItemSpec = value;
    }

    public ICollection MetadataNames => item.MetadataNames;

    public int MetadataCount => item.MetadataCount;

    public string GetMetadata(string metadataName) => metadataName switch
    {
        "DefiningProjectFullPath" => project,
        "FullPath" => Path.GetFullPath(ItemSpec, Path.GetDirectoryName(project)!),
        _ => item.GetMetadata(metadataName),
    };

    public void SetMetadata(string metadataName, string metadataValue) => item.SetMetadata(metadataName, metadataValue);

    public void RemoveMetadata(string metadataName) => item.RemoveMetadata(metadataName);

    public void CopyMetadataTo(ITaskItem destinationItem) => item.CopyMetadataTo(destinationItem);

    public IDictionary CloneCustomMetadata() => item.CloneCustomMetadata();
}
