{# What follows a build on Glue: Lake Formation's tags and filters, Iceberg's old snapshots, Delta's manifest for Athena. #}

{% macro glue__after_build(relation) %}
  {%- if config.get('lf_tags_config') is not none -%}
    {%- do adapter.add_lf_tags(relation, config.get('lf_tags_config')) -%}
  {%- endif -%}
  {%- if config.get('lf_grants') is not none -%}
    {%- do adapter.apply_lf_grants(relation, config.get('lf_grants')) -%}
  {%- endif -%}

  {%- set file_format = _file_format() -%}
  {%- if file_format == 'iceberg' and config.get('iceberg_expire_snapshots') | string | lower == 'true' -%}
    {%- do _expire_iceberg_snapshots(relation) -%}
  {%- elif file_format == 'delta' and target.delta_athena_prefix and relation.type == 'table' -%}
    {%- do _update_athena_table(relation) -%}
  {%- endif -%}
{% endmacro %}


{#- Only when asked: forgets snapshots older than iceberg_snapshot_retention_days (5, as Iceberg itself), but for the newest
    iceberg_snapshots_to_keep (1). There are none where Iceberg has no catalog of its own: on the embedded engine. #}
{% macro _expire_iceberg_snapshots(relation) %}
  {%- set catalog = adapter.get_custom_iceberg_catalog_namespace() -%}
  {%- if catalog -%}
    {%- set days = config.get('iceberg_snapshot_retention_days', 5) -%}
    {%- set oldest = run_started_at - modules.datetime.timedelta(days=days) -%}
    {%- call statement('expire_snapshots') -%}
      call {{ catalog }}.system.expire_snapshots(
        table => '{{ relation.schema }}.{{ relation.identifier }}',
        older_than => timestamp '{{ oldest.strftime("%Y-%m-%d %H:%M:%S") }}',
        retain_last => {{ config.get('iceberg_snapshots_to_keep', 1) }}
      )
    {%- endcall -%}
  {%- endif -%}
{% endmacro %}
