using Neptune.Storage.Sql;

namespace Neptune.Storage.Migrations;

/// <summary>Format 3: file series, file sets, artifacts and git refs.</summary>
internal sealed class FileFieldMigration : Migration
{
    public override int Format => 3;

    public override IEnumerable<string> Statements(SqlDialect dialect) =>
    [
        $"""
        create table file_point (
            project_id bigint not null,
            object_id bigint not null,
            path_id bigint not null,
            step double precision not null,
            sha256 text not null,
            size bigint not null,
            extension text not null,
            time bigint not null,
            name text,
            description text,
            primary key (project_id, object_id, path_id, step)) {dialect.Clustered}
        """,
        "create index file_point_by_content on file_point (sha256)",
        $"""
        create table set_file (
            project_id bigint not null,
            object_id bigint not null,
            path_id bigint not null,
            name {dialect.OrdinalText} not null,
            sha256 text not null,
            size bigint not null,
            extension text not null,
            modified bigint not null,
            primary key (project_id, object_id, path_id, name)) {dialect.Clustered}
        """,
        "create index set_file_by_content on set_file (sha256)",
        $"""
        create table artifact (
            project_id bigint not null,
            id bigint not null,
            hash text not null,
            identity text not null,
            uses bigint not null,
            primary key (project_id, id),
            unique (project_id, identity)) {dialect.Clustered}
        """,
        "create index artifact_by_hash on artifact (project_id, hash)",
        $"""
        create table artifact_file (
            project_id bigint not null,
            artifact_id bigint not null,
            path {dialect.OrdinalText} not null,
            hash text not null,
            size bigint,
            modified bigint,
            location text not null,
            type integer not null,
            primary key (project_id, artifact_id, path)) {dialect.Clustered}
        """,
        $"""
        create table git_ref (
            project_id bigint not null,
            object_id bigint not null,
            path_id bigint not null,
            message text not null,
            author_name text not null,
            author_email text not null,
            commit_date bigint not null,
            branch text,
            remotes text not null,
            dirty integer not null,
            primary key (project_id, object_id, path_id)) {dialect.Clustered}
        """,
    ];
}
