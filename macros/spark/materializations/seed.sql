{# A seed on Spark: typed columns, and values that are cast to them. #}

{% macro spark__get_binding_char() %}
  {%- do return('?' if target.method == 'odbc' else '%s') -%}
{% endmacro %}


{#- Never emptied and filled again: the columns may be others now. #}
{% macro spark__reset_csv_table(model, full_refresh, old_relation, agate_table) %}
  {%- do drop_relation_if_exists(old_relation or none) -%}
  {%- do return(create_csv_table(model, agate_table)) -%}
{% endmacro %}


{% macro spark__create_csv_table(model, agate_table) %}
  {%- set create_sql -%}
    {{ _create_table_words(this) }} {{ this.render() }} (
      {{ _seed_columns(model, agate_table) | join(', ') }}
    )
    {{ file_format_clause() }}
    {{ tblproperties_clause() }}
    {{ partition_cols(label="partitioned by") }}
    {{ clustered_cols(label="clustered by") }}
    {{ location_clause() }}
    {{ comment_clause() }}
  {%- endset -%}
  {%- call statement('_') -%}
    {{ create_sql }}
  {%- endcall -%}
  {%- do return(create_sql) -%}
{% endmacro %}


{% macro spark__load_csv_rows(model, agate_table) %}
  {%- set given = model['config'].get('column_types') or {} -%}
  {%- set casts = [] -%}
  {%- for name in agate_table.column_names -%}
    {%- do casts.append('cast(' ~ get_binding_char() ~ ' as ' ~ (given.get(name) or adapter.convert_type(agate_table, loop.index0)) ~ ')') -%}
  {%- endfor -%}

  {%- set statements = [] -%}
  {%- for chunk in agate_table.rows | batch(get_batch_size()) -%}
    {%- set bindings = [] -%}
    {%- for row in chunk -%}{%- do bindings.extend(row) -%}{%- endfor -%}
    {%- set rows = ['(' ~ casts | join(',') ~ ')'] * (chunk | length) -%}
    {%- set insert_sql = 'insert into ' ~ this.render() ~ ' values ' ~ rows | join(',') -%}
    {%- do adapter.add_query(insert_sql, bindings=bindings, abridge_sql_log=True) -%}
    {%- do statements.append(insert_sql) -%}
  {%- endfor -%}
  {%- do return(statements[0]) -%}
{% endmacro %}
