{# A seed on Glue: the engine puts the file's rows into a temporary view, and one statement makes the table of it. #}

{% materialization seed, adapter='glue' %}
  {%- set built = materialization_seed_default() -%}
  {%- do _after_build(this.incorporate(type='table')) -%}
  {%- do return(built) -%}
{% endmaterialization %}


{#- One `create or replace` with the rows in it, so that readers see the old table or the new one. Only a table with text of a
    fixed length is created first and then filled: Spark forgets the length of a query's columns. #}
{% macro glue__create_csv_table(model, agate_table) %}
  {%- set columns = _seed_columns(model, agate_table) -%}
  {%- set create_sql -%}
    {{ _create_table_words(this) }} {{ this.render() }}
    {%- if _has_sized_text(columns) %} ({{ columns | join(', ') }}){% endif %}
    {{ file_format_clause() }}
    {{ tblproperties_clause() }}
    {{ partition_cols(label="partitioned by") }}
    {{ clustered_cols(label="clustered by") }}
    {{ location_clause() }}
    {{ comment_clause() }}
    {%- if not _has_sized_text(columns) %}
    as select * from {{ _staged_seed(model, agate_table) }}
    {%- endif %}
  {%- endset -%}
  {%- call statement('_') -%}
    {{ create_sql }}
  {%- endcall -%}
  {%- if not _has_sized_text(columns) -%}{%- do adapter.drop_relation(make_temp_relation(this)) -%}{%- endif -%}
  {%- do return(create_sql) -%}
{% endmacro %}


{% macro glue__load_csv_rows(model, agate_table) %}
  {%- if not _has_sized_text(_seed_columns(model, agate_table)) -%}
    {%- do return('') -%}
  {%- endif -%}
  {%- set insert_sql = 'insert into ' ~ this.render() ~ ' select * from ' ~ _staged_seed(model, agate_table) -%}
  {%- call statement('_') -%}
    {{ insert_sql }}
  {%- endcall -%}
  {%- do adapter.drop_relation(make_temp_relation(this)) -%}
  {%- do return(insert_sql) -%}
{% endmacro %}


{% macro glue__reset_csv_table(model, full_refresh, old_relation, agate_table) %}
  {%- do _make_way(old_relation, 'table') -%}
  {%- do return(create_csv_table(model, agate_table)) -%}
{% endmacro %}


{% macro _has_sized_text(columns) %}
  {%- do return('char(' in columns | join(' ') | lower) -%}
{% endmacro %}


{#- A temporary view with the seed's rows: each cell is what the file has, cast to the column's type. #}
{% macro _staged_seed(model, agate_table) %}
  {%- set given = model['config'].get('column_types') or {} -%}
  {%- set types = {} -%}
  {%- for name in agate_table.column_names -%}
    {%- do types.update({name: given.get(name) or adapter.convert_type(agate_table, loop.index0)}) -%}
  {%- endfor -%}
  {%- do return(adapter.stage_seed_rows(make_temp_relation(this), agate_table, types)) -%}
{% endmacro %}
