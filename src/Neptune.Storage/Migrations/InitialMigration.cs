using Neptune.Storage.Sql;

namespace Neptune.Storage.Migrations;

/// <summary>
/// Format 1. <c>project_id</c> leads every key so that a distributed database can shard by project; ids of objects and paths
/// count up within their project. Wide blobs come last in their rows, so that headers are read without them.
/// </summary>
internal sealed class InitialMigration : Migration
{
    public override int Format => 1;

    public override IEnumerable<string> Statements(SqlDialect dialect) =>
    [
        $"""
        create table project (
            id {dialect.Identity},
            uid {dialect.Uuid} not null unique,
            workspace text not null,
            name text not null,
            key text not null,
            last_object_id bigint not null,
            last_path_id bigint not null,
            last_run bigint not null,
            unique (workspace, name),
            unique (workspace, key))
        """,
        $"""
        create table object (
            project_id bigint not null,
            id bigint not null,
            uid {dialect.Uuid} not null unique,
            kind integer not null,
            sys_id text not null,
            custom_id text,
            model_id text,
            created bigint not null,
            trashed integer not null,
            last_version bigint not null,
            revision bigint not null,
            primary key (project_id, id),
            unique (project_id, sys_id),
            unique (project_id, custom_id)) {dialect.Clustered}
        """,
        "create index object_by_sys_id on object (sys_id)",
        "create index object_by_kind on object (project_id, kind, trashed, id)",
        $"""
        create table path (
            project_id bigint not null,
            id bigint not null,
            path {dialect.OrdinalText} not null,
            primary key (project_id, id),
            unique (project_id, path)) {dialect.Clustered}
        """,
        $"""
        create table attribute (
            project_id bigint not null,
            object_id bigint not null,
            path_id bigint not null,
            type integer not null,
            int_value bigint,
            float_value double precision,
            text_value text,
            file_sha256 text,
            file_size bigint,
            file_extension text,
            count bigint,
            last_step double precision,
            last_time bigint,
            last double precision,
            min double precision,
            max double precision,
            mean double precision,
            variance double precision,
            finite_count bigint,
            primary key (project_id, object_id, path_id)) {dialect.Clustered}
        """,
        $"""
        create table float_chunk (
            project_id bigint not null,
            object_id bigint not null,
            path_id bigint not null,
            first_step double precision not null,
            last_step double precision not null,
            sealed integer not null,
            count integer not null,
            last_time bigint not null,
            first_value double precision,
            last_value double precision,
            min double precision,
            max double precision,
            mean double precision,
            m2 double precision,
            finite_count integer not null,
            data {dialect.Blob} not null,
            primary key (project_id, object_id, path_id, first_step))
        """,
        $"""
        create table string_chunk (
            project_id bigint not null,
            object_id bigint not null,
            path_id bigint not null,
            first_step double precision not null,
            last_step double precision not null,
            sealed integer not null,
            count integer not null,
            last_time bigint not null,
            text_bytes bigint not null,
            data {dialect.Blob} not null,
            primary key (project_id, object_id, path_id, first_step))
        """,
        $"""
        create table string_set (
            project_id bigint not null,
            object_id bigint not null,
            path_id bigint not null,
            value {dialect.OrdinalText} not null,
            primary key (project_id, object_id, path_id, value)) {dialect.Clustered}
        """,
        $"""
        create table journal (
            project_id bigint not null,
            journal {dialect.Uuid} not null,
            position bigint not null,
            primary key (project_id, journal)) {dialect.Clustered}
        """,
        "create index journal_by_id on journal (journal)",
    ];
}
