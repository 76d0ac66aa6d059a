{# What follows a build on Glue: Lake Formation's tags and filters, Iceberg's old snapshots, Delta's manifest for Athena. #}

{% macro glue__after_build(relation) %}
  {%- if config.get('lf_tags_config') is not none -%}
    {%- do adapter.add_lf_tags(relation, config.get('lf_tags_config')) -%}
  {%- endif -%}
  {%- if config.get('lf_grants') is not none -%}
    {%- do adapter.apply_lf_grants(relation, config.get('lf_grants')) -%}
  {%- endif -%}

  {%- if config.get('materialized') == 'incremental' -%}
    {%- set file_format = config.get('file_format') -%}
    {%- if file_format == 'iceberg' and config.get('iceberg_expire_snapshots', 'True') | string | lower == 'true' -%}
      {%- do _expire_iceberg_snapshots(glue__make_target_relation(relation, file_format)) -%}
    {%- elif file_format == 'delta' and target.delta_athena_prefix -%}
      {%- do adapter.delta_update_manifest(relation, config.get('custom_location', default='empty'), config.get('partition_by')) -%}
    {%- endif -%}
  {%- endif -%}
{% endmacro %}


{#- Keeps the newest snapshot only. There are none where Iceberg has no catalog of its own: on the embedded engine. #}
{% macro _expire_iceberg_snapshots(table) %}
  {%- set catalog = adapter.get_custom_iceberg_catalog_namespace() -%}
  {%- if catalog -%}
    {%- set newest = run_query('select max(committed_at) from ' ~ table ~ '.snapshots').rows[0][0] -%}
    {%- call statement('expire_snapshots') -%}
      call {{ catalog }}.system.expire_snapshots('{{ table }}', timestamp '{{ newest }}')
    {%- endcall -%}
  {%- endif -%}
{% endmacro %}
