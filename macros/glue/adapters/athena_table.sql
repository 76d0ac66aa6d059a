{# Athena's way to a Delta table, with the profile's delta_athena_prefix: a table over the list of files that Delta writes for it. #}

{% macro _update_athena_table(relation) %}
  {%- set athena_table = relation.incorporate(path={"identifier": target.delta_athena_prefix ~ '_' ~ relation.identifier}) -%}
  {%- call statement('delta_manifest') -%}
    generate symlink_format_manifest for table {{ relation }}
  {%- endcall -%}

  {%- set columns = adapter.get_columns_in_relation(relation) -%}
  {%- set partition_by = config.get('partition_by') or [] -%}
  {%- set keys = [partition_by] if partition_by is string else partition_by -%}
  {%- set plain = columns | rejectattr('name', 'in', keys) | list -%}
  {%- set partitions = columns | selectattr('name', 'in', keys) | list -%}
  {%- set existing = load_cached_relation(athena_table) -%}
  {%- set found = adapter.get_columns_in_relation(athena_table) | map(attribute='name') | list if existing else [] -%}
  {%- if found != (plain + partitions) | map(attribute='name') | list -%}
    {%- if existing -%}{%- do adapter.drop_relation(existing) -%}{%- endif -%}
    {%- call statement('create_athena_table') -%}
      create external table {{ athena_table }} ({{ _column_definitions(plain) }})
      {% if partitions %}partitioned by ({{ _column_definitions(partitions) }}){% endif %}
      row format serde 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe'
      stored as inputformat 'org.apache.hadoop.hive.ql.io.SymlinkTextInputFormat'
        outputformat 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat'
      location '{{ _table_location(relation) }}/_symlink_format_manifest/'
    {%- endcall -%}
    {%- do adapter.cache_added(athena_table) -%}
  {%- endif -%}
  {%- if partitions -%}
    {%- call statement('find_athena_partitions') -%}
      msck repair table {{ athena_table }}
    {%- endcall -%}
  {%- endif -%}
{% endmacro %}


{#- A table that took another's place lies beside where that one was. #}
{% macro _table_location(relation) %}
  {%- do return(run_query('describe detail ' ~ relation).columns['location'].values()[0]) -%}
{% endmacro %}
