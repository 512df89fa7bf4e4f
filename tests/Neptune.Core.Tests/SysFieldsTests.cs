namespace Neptune.Core.Tests;

public sealed class SysFieldsTests
{
    [Theory]
    [InlineData("sys/tags", ObjectKind.Run)]
    [InlineData("sys/group_tags", ObjectKind.Project)]
    [InlineData("sys/name", ObjectKind.ModelVersion)]
    [InlineData("sys/description", ObjectKind.Model)]
    [InlineData("sys/failed", ObjectKind.Run)]
    [InlineData("sys/hostname", ObjectKind.Run)]
    [InlineData("system/x", ObjectKind.Run)]
    [InlineData("train/sys", ObjectKind.Project)]
    public void Some_fields_are_the_users(string path, ObjectKind kind) => SysFields.RequireWritable(path, kind);

    [Theory]
    [InlineData("sys", ObjectKind.Run)]
    [InlineData("sys/id", ObjectKind.Run)]
    [InlineData("sys/anything", ObjectKind.Run)]
    [InlineData("sys/name", ObjectKind.Project)]
    [InlineData("sys/hostname", ObjectKind.Model)]
    [InlineData("sys/state", ObjectKind.ModelVersion)]
    public void The_others_are_maintained_by_Neptune(string path, ObjectKind kind) =>
        Assert.Equal(path, Assert.Throws<NeptuneReservedFieldException>(() => SysFields.RequireWritable(path, kind)).Path);

    [Fact]
    public void The_stage_is_changed_by_its_method() =>
        Assert.Contains("ChangeStage", Assert.Throws<NeptuneReservedFieldException>(() => SysFields.RequireWritable("sys/stage", ObjectKind.ModelVersion)).Message, StringComparison.Ordinal);
}
