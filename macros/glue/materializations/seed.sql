{# A seed on Glue: the engine puts the file's rows into a temporary view, and one statement makes the table of it. #}

{% materialization seed, adapter='glue' %}
  {%- set built = materialization_seed_default() -%}
  {%- do _after_build(this.incorporate(type='table')) -%}
  {%- do return(built) -%}
{% endmaterialization %}


{% macro glue__create_csv_table(model, agate_table) %}
  {%- do return(_create_seed(this, model, agate_table)) -%}
{% endmacro %}


{#- Readers see the old rows until the new ones are there. With `seed_mode: append` the old ones stay. #}
{% macro glue__reset_csv_table(model, full_refresh, old_relation, agate_table) %}
  {%- if target.seed_mode == 'append' and not full_refresh -%}
    {%- do return('') -%}
  {%- endif -%}
  {%- set target_relation = this.incorporate(type='table') -%}
  {%- set staged = _staged_relation(old_relation, target_relation) -%}
  {%- if not staged -%}
    {%- do _make_way(old_relation, 'table') -%}
    {%- do _clear_place(old_relation) -%}
    {%- do return(create_csv_table(model, agate_table)) -%}
  {%- endif -%}
  {%- set create_sql = _create_seed(staged, model, agate_table) -%}
  {%- do adapter.replace_relation(staged, target_relation) -%}
  {%- do return(create_sql) -%}
{% endmacro %}


{#- New tables have their rows already. #}
{% macro glue__load_csv_rows(model, agate_table) %}
  {%- set appends = target.seed_mode == 'append' and not should_full_refresh() and load_cached_relation(this) is not none -%}
  {%- do return(_insert_seed_rows(this, model, agate_table) if appends else '') -%}
{% endmacro %}


{#- One statement with the rows in it. Only a table with text of a fixed length is created first and then filled: Spark forgets
    the length of a query's columns. #}
{% macro _create_seed(relation, model, agate_table) %}
  {%- set columns = _seed_columns(model, agate_table) -%}
  {%- set has_sized_text = 'char(' in columns | join(' ') | lower -%}
  {%- set create_sql -%}
    {{ _create_table_words(relation) }} {{ relation.render() }}
    {%- if has_sized_text %} ({{ columns | join(', ') }}){% endif %}
    {{ file_format_clause() }}
    {{ options_clause() }}
    {{ tblproperties_clause() }}
    {{ partition_cols(label="partitioned by") }}
    {{ clustered_cols(label="clustered by") }}
    {{ _location_of(relation) }}
    {{ comment_clause() }}
    {%- if not has_sized_text %}
    as select * from {{ _staged_rows(model, agate_table) }}
    {%- endif %}
  {%- endset -%}
  {%- call statement('_') -%}
    {{ create_sql }}
  {%- endcall -%}
  {%- if has_sized_text -%}{%- do _insert_seed_rows(relation, model, agate_table) -%}{%- endif -%}
  {%- do return(create_sql) -%}
{% endmacro %}


{% macro _insert_seed_rows(relation, model, agate_table) %}
  {%- set names = get_seed_column_quoted_csv(model, agate_table.column_names) -%}
  {%- set insert_sql = 'insert into ' ~ relation.render() ~ ' (' ~ names ~ ') select ' ~ names ~ ' from ' ~ _staged_rows(model, agate_table) -%}
  {%- call statement('_') -%}
    {{ insert_sql }}
  {%- endcall -%}
  {%- do return(insert_sql) -%}
{% endmacro %}


{#- A temporary view with the seed's rows: each cell is what the file has, cast to the column's type. #}
{% macro _staged_rows(model, agate_table) %}
  {%- set given = model['config'].get('column_types') or {} -%}
  {%- set types = {} -%}
  {%- for name in agate_table.column_names -%}
    {%- do types.update({name: given.get(name) or adapter.convert_type(agate_table, loop.index0)}) -%}
  {%- endfor -%}
  {%- do return(adapter.stage_seed_rows(make_temp_relation(this), agate_table, types)) -%}
{% endmacro %}
