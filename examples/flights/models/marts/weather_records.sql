{{
    config(
        materialized='incremental',
        incremental_strategy='merge',
        unique_key=['city', 'month'],
        file_format='iceberg',
        merge_exclude_columns=['first_built_at']
    )
}}

select
    city,
    month(observed_on) as month,
    max(highest_celsius) as record_high_celsius,
    min(lowest_celsius) as record_low_celsius,
    max(precipitation_mm) as wettest_day_mm,
    count_if(kind in ('rain', 'drizzle', 'snow')) as wet_days,
    max(observed_on) as last_observed_on,
    {{ dbt.current_timestamp() }} as first_built_at
from {{ ref('daily_weather') }}
group by city, month(observed_on)
{% if is_incremental() %}
having max(observed_on) >= (select max(last_observed_on) from {{ this }})
{% endif %}
